using System.Text.Json;

namespace IntercomRag.Core.Telemetry.Traces;

/// <summary>
/// Reads spans in OTLP/JSON: a file with a request on each line, as the OpenTelemetry Collector's file exporter writes it, or one request that may
/// be spread over lines.
/// <code>
/// {"resourceSpans":[{"resource":{…},"scopeSpans":[{"scope":{"name":"IntercomRag"},"spans":[
///   {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174","parentSpanId":"","name":"turn.load","kind":1,
///    "startTimeUnixNano":"1544712660000000000","endTimeUnixNano":"1544712661000000000",
///    "attributes":[{"key":"intercomrag.action","value":{"stringValue":"answer"}}],"status":{"code":2}}]}]}]}
/// </code>
/// </summary>
public static class OtlpTraceFile
{
    /// <param name="path">A file, or a folder with files <c>*.jsonl</c>: each process of a system may write its own.</param>
    /// <exception cref="TraceFileException">It cannot be read, or holds no span at all.</exception>
    public static IReadOnlyList<SpanRecord> Read(string path, TraceWarnings warnings)
    {
        try
        {
            IEnumerable<string> files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal) : [path];
            var spans = files.SelectMany(file => IsOneDocument(file) ? ReadDocument(file, warnings) : ReadLines(file, warnings)).ToList();
            var unique = spans.DistinctBy(span => (span.TraceId, span.SpanId)).ToList();
            if (unique.Count < spans.Count)
            {
                warnings.Add("duplicate_span", $"{path}: {spans.Count - unique.Count} spans are there twice and count once");
            }

            return unique.Count > 0 ? unique : throw new TraceFileException($"{path}: no span in it.{FirstOf(warnings)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TraceFileException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }

    private static string FirstOf(TraceWarnings warnings) => warnings.All is [var first, ..] ? " " + first.First : "";

    // A request that was formatted for people begins with a line that is no JSON by itself.
    private static bool IsOneDocument(string path) =>
        File.ReadLines(path).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } first && first.Trim() is "{" or "[";

    private static List<SpanRecord> ReadDocument(string path, TraceWarnings warnings)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var spans = new List<SpanRecord>();
            Add(document.RootElement, path, spans, warnings);
            return spans;
        }
        catch (JsonException exception)
        {
            throw new TraceFileException($"{path}:{exception.LineNumber + 1}: not JSON: {exception.Message}", exception);
        }
    }

    private static List<SpanRecord> ReadLines(string path, TraceWarnings warnings)
    {
        var spans = new List<SpanRecord>();
        foreach (var (index, line) in File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var origin = $"{path}:{index + 1}";
            try
            {
                using var document = JsonDocument.Parse(line);
                Add(document.RootElement, origin, spans, warnings);
            }
            catch (JsonException exception)
            {
                // The last line of a collector that was killed is cut off; the others are good.
                warnings.Add("bad_json", $"{origin}: not JSON, left out: {exception.Message}");
            }
        }

        return spans;
    }

    private static void Add(JsonElement request, string origin, List<SpanRecord> spans, TraceWarnings warnings)
    {
        if (request.ValueKind != JsonValueKind.Object || !request.TryGetProperty("resourceSpans", out var resources) || resources.ValueKind != JsonValueKind.Array)
        {
            warnings.Add("no_spans", $"{origin}: no \"resourceSpans\", left out");
            return;
        }

        foreach (var span in Items(resources, "scopeSpans").SelectMany(scope => Items(scope, "spans")))
        {
            if (OtlpSpan.Read(span, origin, out var problem) is { } record)
            {
                spans.Add(record);
            }
            else
            {
                warnings.Add("bad_span", $"{origin}: a span was left out: {problem}");
            }
        }

        static IEnumerable<JsonElement> Items(JsonElement parents, string name)
        {
            var each = parents.ValueKind == JsonValueKind.Array ? parents.EnumerateArray().AsEnumerable() : [parents];
            return each.SelectMany(parent =>
                parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
                    ? items.EnumerateArray().AsEnumerable()
                    : []);
        }
    }
}
