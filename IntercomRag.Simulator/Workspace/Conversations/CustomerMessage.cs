namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>What a customer sends.</summary>
/// <param name="Body">May be null only when <paramref name="QuickReplyUuid"/> says it all.</param>
public sealed record CustomerMessage(MessageBody? Body, IReadOnlyList<Attachment> Attachments, string? QuickReplyUuid = null)
{
    /// <summary>A time in the past for imported messages; null for now.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the REST request came in; null for the Messenger.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}
