using System.Globalization;

namespace IntercomRag.Core.Policies;

/// <param name="TimeZone">IANA name, such as <c>Europe/Paris</c>.</param>
/// <param name="Days"><c>09:00-18:00</c> by day; a day that is absent is closed.</param>
public sealed record OpeningHours(string TimeZone, IReadOnlyDictionary<DayOfWeek, string> Days)
{
    private TimeZoneInfo? _zone;

    private TimeZoneInfo Zone => _zone ??= TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return On(local.DayOfWeek) is { } day && time >= day.Open && time < day.Close;
    }

    /// <summary>The next moment at which the team opens, in its own time zone; null when it never does.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset after)
    {
        var local = TimeZoneInfo.ConvertTime(after, Zone);
        for (var ahead = 0; ahead <= 7; ahead++)
        {
            var date = DateOnly.FromDateTime(local.DateTime).AddDays(ahead);
            if (On(date.DayOfWeek) is { } day)
            {
                var opening = date.ToDateTime(day.Open);
                var moment = new DateTimeOffset(opening, Zone.GetUtcOffset(opening));
                if (moment > after)
                {
                    return moment;
                }
            }
        }

        return null;
    }

    /// <exception cref="FormatException">The zone is unknown or a day does not read like <c>09:00-18:00</c>.</exception>
    public void Validate()
    {
        try
        {
            _ = Zone;
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new FormatException($"\"{TimeZone}\" is no time zone known on this machine (expected a name such as Europe/Paris).", exception);
        }

        foreach (var day in Days.Keys)
        {
            _ = On(day);
        }
    }

    private (TimeOnly Open, TimeOnly Close)? On(DayOfWeek day)
    {
        if (!Days.TryGetValue(day, out var span))
        {
            return null;
        }

        var parts = span.Split('-');
        if (parts.Length == 2
            && TimeOnly.TryParseExact(parts[0], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var open)
            && TimeOnly.TryParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var close)
            && open < close)
        {
            return (open, close);
        }

        throw new FormatException($"\"{span}\" for {day} is not a span like 09:00-18:00.");
    }
}
