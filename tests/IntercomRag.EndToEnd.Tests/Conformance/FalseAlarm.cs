namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <param name="Operations">Where it is met, as <see cref="Exchange.Operation"/>.</param>
/// <param name="Location">As <see cref="Violation.Location"/>.</param>
/// <param name="Rule">As <see cref="Violation.Rule"/>.</param>
internal sealed record FalseAlarm(IReadOnlyList<string> Operations, string Location, string Rule)
{
    public bool Covers(Exchange exchange, Violation violation) =>
        Operations.Contains(exchange.Operation) && violation.Location == Location && violation.Rule == Rule;
}
