using System.Text.RegularExpressions;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>What Prism reports although a real workspace does the same.</summary>
/// <param name="Operations">Where it is met, as <see cref="Exchange.Operation"/>.</param>
/// <param name="Location">As <see cref="Violation.Location"/>.</param>
/// <param name="Rule">As <see cref="Violation.Rule"/>.</param>
/// <param name="Found">Pattern of what is there instead, as <see cref="Violation.Found"/>; anything else is reported.</param>
internal sealed record FalseAlarm(IReadOnlyList<string> Operations, string Location, string Rule, string Found)
{
    public bool Covers(Exchange exchange, Violation violation) =>
        Operations.Contains(exchange.Operation) && violation.Location == Location && violation.Rule == Rule && Regex.IsMatch(violation.Found, Found);
}
