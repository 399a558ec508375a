using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>A tag on a conversation.</summary>
public sealed record AppliedTag(Tag Tag, string AdminId, DateTimeOffset AppliedAt);
