using System.Globalization;
using System.Text.Json;

namespace IntercomRag.Core.Telemetry.Traces;

/// <summary>Reads one span of OTLP/JSON. Numbers of 64 bits come as text, ids in hexadecimal digits, enumerations as numbers or names.</summary>
internal static class OtlpSpan
{
    private const int TraceIdBytes = 16;
    private const int SpanIdBytes = 8;
    private const int StatusError = 2;

    public static SpanRecord? Read(JsonElement span, string origin, out string problem)
    {
        problem = "";
        if (span.ValueKind != JsonValueKind.Object)
        {
            problem = "it is no object";
            return null;
        }

        var traceId = Id(span, "traceId", TraceIdBytes);
        var spanId = Id(span, "spanId", SpanIdBytes);
        var start = Nanoseconds(span, "startTimeUnixNano");
        var end = Nanoseconds(span, "endTimeUnixNano");
        if (traceId is null || spanId is null || start is null || end is null)
        {
            problem = traceId is null ? "traceId is no id" : spanId is null ? "spanId is no id" : "startTimeUnixNano or endTimeUnixNano is no time";
            return null;
        }

        return new SpanRecord(
            traceId,
            spanId,
            Id(span, "parentSpanId", SpanIdBytes),
            span.TryGetProperty("name", out var name) ? name.GetString() ?? "" : "",
            DateTimeOffset.UnixEpoch.AddTicks(start.Value / TimeSpan.NanosecondsPerTick),
            TimeSpan.FromTicks((end.Value - start.Value) / TimeSpan.NanosecondsPerTick),
            IsError(span),
            Attributes(span),
            origin);
    }

    // OTLP/JSON says hexadecimal; what protobuf's own JSON mapping writes is base64.
    private static string? Id(JsonElement span, string name, int bytes)
    {
        if (!span.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } id)
        {
            return null;
        }

        if (id.Length == bytes * 2 && id.All(char.IsAsciiHexDigit))
        {
            return id.All(c => c == '0') ? null : id.ToLowerInvariant();
        }

        var decoded = new byte[bytes];
        return Convert.TryFromBase64String(id, decoded, out var written) && written == bytes ? Convert.ToHexStringLower(decoded) : null;
    }

    private static long? Nanoseconds(JsonElement span, string name) => span.TryGetProperty(name, out var value) ? Whole(value) : null;

    private static long? Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static bool IsError(JsonElement span) =>
        span.TryGetProperty("status", out var status)
        && status.ValueKind == JsonValueKind.Object
        && status.TryGetProperty("code", out var code)
        && (code.ValueKind == JsonValueKind.String ? code.GetString() == "STATUS_CODE_ERROR" : Whole(code) == StatusError);

    private static Dictionary<string, object?> Attributes(JsonElement span)
    {
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (span.TryGetProperty("attributes", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var attribute in list.EnumerateArray())
            {
                if (attribute.ValueKind == JsonValueKind.Object
                    && attribute.TryGetProperty("key", out var key) && key.GetString() is { } name
                    && attribute.TryGetProperty("value", out var value))
                {
                    attributes[name] = Value(value);
                }
            }
        }

        return attributes;
    }

    // {"stringValue":"x"} {"intValue":"5"} {"doubleValue":0.5} {"boolValue":true} {"arrayValue":{"values":[{"stringValue":"x"}]}}
    private static object? Value(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().FirstOrDefault() is not { Name: { } kind } content)
        {
            return null;
        }

        return kind switch
        {
            "stringValue" => content.Value.GetString(),
            "intValue" => Whole(content.Value),
            "doubleValue" => content.Value.ValueKind == JsonValueKind.Number ? content.Value.GetDouble() : null,
            "boolValue" => content.Value.ValueKind == JsonValueKind.True,
            "arrayValue" => content.Value.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array
                ? values.EnumerateArray().Select(Value).OfType<string>().ToArray()
                : Array.Empty<string>(),
            _ => null,
        };
    }
}
