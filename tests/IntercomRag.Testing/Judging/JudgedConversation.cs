namespace IntercomRag.Testing.Judging;

/// <param name="Parts">In the order in which they took effect, the opening message first.</param>
public sealed record JudgedConversation(string Id, IReadOnlyList<JudgedPart> Parts);
