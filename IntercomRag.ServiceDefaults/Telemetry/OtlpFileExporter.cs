using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace IntercomRag.ServiceDefaults.Telemetry;

/// <summary>
/// Appends spans to a file in OTLP/JSON, a request a line, as the OpenTelemetry Collector's file exporter does: for machines without a collector.
/// <code>{"resourceSpans":[{"resource":{"attributes":[…]},"scopeSpans":[{"scope":{"name":"IntercomRag"},"spans":[{"traceId":"5b8e…","name":"turn.load",…}]}]}]}</code>
/// </summary>
internal sealed partial class OtlpFileExporter : BaseExporter<Activity>
{
    private const int StatusError = 2;

    private readonly FileStream _file;
    private readonly ILogger<OtlpFileExporter> _logger;
    private bool _isFailing;

    /// <exception cref="IOException">The file cannot be written.</exception>
    public OtlpFileExporter(string path, ILogger<OtlpFileExporter> logger)
    {
        _logger = logger;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    public override ExportResult Export(in Batch<Activity> batch)
    {
        var scopes = new Dictionary<string, List<Activity>>(StringComparer.Ordinal);
        foreach (var span in batch)
        {
            (scopes.TryGetValue(span.Source.Name, out var spans) ? spans : scopes[span.Source.Name] = []).Add(span);
        }

        try
        {
            using var line = new MemoryStream();
            using (var json = new Utf8JsonWriter(line))
            {
                Write(json, scopes);
            }

            line.WriteByte((byte)'\n');
            line.WriteTo(_file);
            _file.Flush();
            if (_isFailing)
            {
                LogWritten(_file.Name);
            }

            _isFailing = false;
            return ExportResult.Success;
        }
        catch (IOException exception)
        {
            // A full disk must not stop a turn.
            if (!_isFailing)
            {
                LogLost(exception, _file.Name);
            }

            _isFailing = true;
            return ExportResult.Failure;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }

    private void Write(Utf8JsonWriter json, Dictionary<string, List<Activity>> scopes)
    {
        json.WriteStartObject();
        json.WriteStartArray("resourceSpans");
        json.WriteStartObject();
        json.WriteStartObject("resource");
        WriteAttributes(json, (ParentProvider?.GetResource() ?? Resource.Empty).Attributes.Select(attribute => new KeyValuePair<string, object?>(attribute.Key, attribute.Value)));
        json.WriteEndObject();
        json.WriteStartArray("scopeSpans");
        foreach (var (name, spans) in scopes)
        {
            json.WriteStartObject();
            json.WriteStartObject("scope");
            json.WriteString("name", name);
            json.WriteEndObject();
            json.WriteStartArray("spans");
            spans.ForEach(span => WriteSpan(json, span));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, Activity span)
    {
        json.WriteStartObject();
        json.WriteString("traceId", span.TraceId.ToHexString());
        json.WriteString("spanId", span.SpanId.ToHexString());
        json.WriteString("parentSpanId", span.ParentSpanId == default ? "" : span.ParentSpanId.ToHexString());
        json.WriteString("name", span.DisplayName);

        // .NET counts the kinds from 0, OTLP from 1: 0 says that it is not known.
        json.WriteNumber("kind", (int)span.Kind + 1);
        json.WriteString("startTimeUnixNano", Nanoseconds(span.StartTimeUtc));
        json.WriteString("endTimeUnixNano", Nanoseconds(span.StartTimeUtc + span.Duration));
        WriteAttributes(json, span.TagObjects);
        json.WriteStartObject("status");
        if (span.Status == ActivityStatusCode.Error)
        {
            json.WriteNumber("code", StatusError);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    [LoggerMessage(1, LogLevel.Warning, "Traces cannot be written to {File}; those of this time are lost")]
    private partial void LogLost(Exception exception, string file);

    [LoggerMessage(2, LogLevel.Information, "Traces are written to {File} again")]
    private partial void LogWritten(string file);

    private static string Nanoseconds(DateTime time) =>
        ((time - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick).ToString(CultureInfo.InvariantCulture);

    private static void WriteAttributes(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        json.WriteStartArray("attributes");
        foreach (var (key, value) in attributes.Where(attribute => attribute.Value is not null))
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WritePropertyName("value");
            WriteValue(json, value!);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case bool yes:
                json.WriteBoolean("boolValue", yes);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteString("intValue", Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
                break;
            case float or double:
                json.WriteNumber("doubleValue", Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case string[] texts:
                json.WriteStartObject("arrayValue");
                json.WriteStartArray("values");
                foreach (var text in texts)
                {
                    WriteValue(json, text);
                }

                json.WriteEndArray();
                json.WriteEndObject();
                break;
            default:
                json.WriteString("stringValue", Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }

        json.WriteEndObject();
    }
}
