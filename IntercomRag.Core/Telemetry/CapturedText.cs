using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Telemetry;

/// <summary>
/// The one way by which text gets into a span: nothing while capture is off, else redacted and bounded.
/// </summary>
public sealed class CapturedText(IOptions<TelemetryOptions> options)
{
    public bool IsOn => options.Value.CaptureText;

    /// <param name="names">Names of the people in the conversation.</param>
    public string Of(string text, params IEnumerable<string?> names)
    {
        if (!IsOn)
        {
            return "";
        }

        var redacted = Redactor.Redact(text, names);
        return redacted.Length <= options.Value.CapturedLength ? redacted : redacted[..options.Value.CapturedLength] + "…";
    }
}
