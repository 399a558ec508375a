using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntercomRag.Core.Intercom.Json;

/// <summary>
/// Moments: REST sends Unix seconds (<c>1768031789</c>), webhooks of contacts and articles ISO 8601 (<c>"2026-05-16T14:58:25.000Z"</c>,
/// <c>"2026-01-10T04:22:28.240+00:00"</c>). Null, 0 and an empty string mean never.
/// </summary>
internal sealed class TimeConverter : JsonConverter<DateTimeOffset?>
{
    private static readonly long First = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when reader.TryGetDouble(out var seconds) => FromUnix(seconds),
        JsonTokenType.String => Parse(reader.GetString()!),
        _ => throw Unreadable(),
    };

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } moment)
        {
            writer.WriteNumberValue(moment.ToUnixTimeSeconds());
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static DateTimeOffset? Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            return FromUnix(seconds);
        }

        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw Unreadable();
    }

    private static DateTimeOffset? FromUnix(double seconds) => seconds switch
    {
        0 => null,
        _ when seconds >= First && seconds <= Last => DateTimeOffset.FromUnixTimeSeconds((long)seconds),
        _ => throw Unreadable(),
    };

    private static JsonException Unreadable() => new("Unix seconds or an ISO 8601 time was expected");
}
