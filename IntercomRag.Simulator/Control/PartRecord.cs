namespace IntercomRag.Simulator.Control;

/// <param name="PartType">"source" for the opening message.</param>
/// <param name="Text">Plain text; null for buttons and for assignments without one.</param>
/// <param name="Public">Whether the customer sees it.</param>
public sealed record PartRecord(string Id, string PartType, string AuthorType, string AuthorId, long CreatedAtMs, bool Public, string? Text);
