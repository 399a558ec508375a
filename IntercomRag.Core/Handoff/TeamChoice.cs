using IntercomRag.Core.Conversations;

namespace IntercomRag.Core.Handoff;

/// <param name="Team">Null when the workspace has no team.</param>
/// <param name="IsOpen">Whether somebody of the team is there now.</param>
/// <param name="NextOpening">When the team is back, in its own time zone; null when it is open or never says.</param>
public sealed record TeamChoice(Team? Team, bool IsOpen, DateTimeOffset? NextOpening);
