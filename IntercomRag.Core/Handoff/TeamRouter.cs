using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Handoff;

/// <summary>Chooses the team for a handover: by reason, intent, segment and language, then by who is there. Pure.</summary>
public sealed class TeamRouter(AssistantPolicy policy)
{
    /// <param name="teams">Teams of the workspace; policies name them as Intercom does.</param>
    public TeamChoice Choose(
        Decision decision,
        IEnumerable<string> segments,
        string language,
        IReadOnlyList<Team> teams,
        DateTimeOffset now)
    {
        var wanted = policy.Routing.TeamFor(decision, segments, language);
        var name = !IsOpen(wanted, now) && policy.Teams[wanted].Fallback is { } fallback && IsOpen(fallback, now) ? fallback : wanted;
        // A team that was renamed in Intercom must not lose the customer: the default team, then any, is better than none.
        var team = Find(name) ?? Find(policy.Routing.DefaultTeam) ?? (teams.Count > 0 ? teams[0] : null);
        return new TeamChoice(team, IsOpen(name, now), IsOpen(name, now) ? null : HoursOf(name)?.NextOpening(now));

        Team? Find(string wantedName) => teams.FirstOrDefault(candidate => string.Equals(candidate.Name, wantedName, StringComparison.OrdinalIgnoreCase));
    }

    private bool IsOpen(string team, DateTimeOffset now) => HoursOf(team)?.IsOpen(now) ?? true;

    private OpeningHours? HoursOf(string team) => policy.Teams[team].Hours is { } hours ? policy.Hours[hours] : null;
}
