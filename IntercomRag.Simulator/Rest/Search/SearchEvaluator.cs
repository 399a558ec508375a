using System.Globalization;
using System.Text.Json;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Rest.Search;

/// <summary>Decides which objects a query matches.</summary>
/// <param name="fields">The fields that can be searched, by name; null for a name that is none.</param>
/// <param name="zone">The workspace's time zone, in which days begin and end.</param>
internal sealed class SearchEvaluator<T>(Func<string, SearchField<T>?> fields, TimeZoneInfo zone)
{
    /// <summary>Throws before the first object is looked at when the query names a field that cannot be searched.</summary>
    public Func<T, bool> Compile(SearchNode node)
    {
        switch (node)
        {
            case SearchGroup { IsAnd: true } and:
                var all = and.Children.Select(Compile).ToList();
                return item => all.TrueForAll(matches => matches(item));
            case SearchGroup or:
                var any = or.Children.Select(Compile).ToList();
                return item => any.Exists(matches => matches(item));
            case SearchCondition condition:
                var field = fields(condition.Field)
                    ?? throw WorkspaceException.Invalid("query", $"The field {condition.Field} cannot be searched");
                return Compile(condition, field);
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "Unknown node");
        }
    }

    private Func<T, bool> Compile(SearchCondition condition, SearchField<T> field)
    {
        var wanted = condition.Value.ValueKind is JsonValueKind.Array
            ? condition.Value.EnumerateArray().Select(TextOf).ToList()
            : [TextOf(condition.Value)];
        return condition.Operator switch
        {
            "=" or "IN" => item => wanted.Exists(value => Has(field, item, value)),
            "!=" or "NIN" => item => !wanted.Exists(value => Has(field, item, value)),
            "~" => item => field.Read(item).Any(value => Contains(field.Kind, value, wanted[0])),
            "!~" => item => !field.Read(item).Any(value => Contains(field.Kind, value, wanted[0])),
            "^" => item => field.Read(item).Any(value => value.StartsWith(wanted[0] ?? "", StringComparison.OrdinalIgnoreCase)),
            "$" => item => field.Read(item).Any(value => value.EndsWith(wanted[0] ?? "", StringComparison.OrdinalIgnoreCase)),
            _ => Range(condition, field),
        };
    }

    /// <summary>A null value asks for what has none.</summary>
    private bool Has(SearchField<T> field, T item, string? wanted)
    {
        var values = field.Read(item);
        if (wanted is null)
        {
            return values.All(value => value == "0");
        }

        return field.Kind is SearchFieldKind.Day
            ? values.Any(value => DayOf(Number(value)) == DayOf(Number(wanted)))
            : values.Any(value => string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase));
    }

    private Func<T, bool> Range(SearchCondition condition, SearchField<T> field)
    {
        if (field.Kind is not (SearchFieldKind.Number or SearchFieldKind.Day))
        {
            throw WorkspaceException.Invalid("query", $"{condition.Operator} cannot be used on {condition.Field}");
        }

        var limit = Number(TextOf(condition.Value));
        Func<long, bool> matches = (condition.Operator[0], field.Kind) switch
        {
            ('>', SearchFieldKind.Day) => value => DayOf(value) > DayOf(limit),
            ('<', SearchFieldKind.Day) => value => DayOf(value) < DayOf(limit),
            ('>', _) => value => value >= limit,
            _ => value => value <= limit,
        };
        return item => field.Read(item).Any(value => matches(Number(value)));
    }

    private static bool Contains(SearchFieldKind kind, string value, string? wanted) => kind is SearchFieldKind.Words
        ? value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Any(word => word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"').Equals(wanted, StringComparison.OrdinalIgnoreCase))
        : value.Contains(wanted ?? "", StringComparison.OrdinalIgnoreCase);

    private DateOnly DayOf(long seconds) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone).Date);

    private static long Number(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw WorkspaceException.Invalid("query", $"{text ?? "null"} is not a number");

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw WorkspaceException.Invalid("query", "A filter's value must be a text, a number, a boolean or an array of these"),
    };
}
