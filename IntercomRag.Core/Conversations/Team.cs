namespace IntercomRag.Core.Conversations;

/// <summary>A team of the workspace: what Intercom shows as an inbox.</summary>
public sealed record Team(string Id, string Name);
