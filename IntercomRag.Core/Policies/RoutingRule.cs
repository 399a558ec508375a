using IntercomRag.Core.Decisions;

namespace IntercomRag.Core.Policies;

/// <summary>Fits when every list that is given contains what the turn has.</summary>
/// <param name="Languages">The customer's languages.</param>
/// <param name="Team">Team name as in Intercom.</param>
public sealed record RoutingRule(
    string Team,
    IReadOnlyList<Reason>? Reasons = null,
    IReadOnlyList<Intent>? Intents = null,
    IReadOnlyList<string>? Segments = null,
    IReadOnlyList<string>? Languages = null)
{
    public bool Fits(Decision decision, IEnumerable<string> segments, string language) =>
        (Reasons?.Contains(decision.Reason) ?? true)
        && (Intents?.Contains(decision.Intent) ?? true)
        && (Segments?.Intersect(segments, StringComparer.OrdinalIgnoreCase).Any() ?? true)
        && (Languages?.Contains(language) ?? true);
}
