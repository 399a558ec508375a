using IntercomRag.Core.Decisions;

namespace IntercomRag.Core.Policies;

/// <param name="DefaultTeam">Team name when no rule fits.</param>
/// <param name="Rules">The first that fits decides.</param>
public sealed record RoutingPolicy(string DefaultTeam, IReadOnlyList<RoutingRule> Rules)
{
    public string TeamFor(Decision decision, IEnumerable<string> segments, string language) =>
        Rules.FirstOrDefault(rule => rule.Fits(decision, segments, language))?.Team ?? DefaultTeam;
}
