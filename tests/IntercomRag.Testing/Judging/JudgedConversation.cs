namespace IntercomRag.Testing.Judging;

/// <param name="Parts">In the order in which they took effect, the opening message first.</param>
/// <param name="Reads">How often the product has read it: what a message costs when everything is done twice.</param>
public sealed record JudgedConversation(string Id, IReadOnlyList<JudgedPart> Parts, int Reads = 0);
