namespace IntercomRag.Simulator.Control;

/// <param name="PartId">Id of the part, or of the source when the message opened the conversation.</param>
/// <param name="CreatedAt">Unix seconds; <paramref name="CreatedAtMs"/> the same in milliseconds.</param>
public sealed record MessageResult(string ConversationId, string PartId, long CreatedAt, long CreatedAtMs);
