namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>One button offered to the customer.</summary>
public sealed record QuickReplyOption(string Text, string Uuid);
