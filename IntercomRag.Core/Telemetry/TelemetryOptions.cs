using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Telemetry;

/// <summary>Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>
    /// Writes the customer's question, the passages and the reply to the spans, without personal data (see <see cref="Redactor"/>). Default off:
    /// traces are read by more people than conversations.
    /// </summary>
    public bool CaptureText { get; set; }

    /// <summary>Characters of one text that are captured. Default 8,000: more than any passage, reply or ordinary question.</summary>
    [Range(100, 100_000)]
    public int CapturedLength { get; set; } = 8_000;
}
