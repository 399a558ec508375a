namespace IntercomRag.Core.Intercom.Records;

/// <summary>One message, note or event of a conversation.</summary>
public sealed record IntercomPart
{
    public required string Id { get; init; }

    /// <summary>See <see cref="IntercomPartTypes"/>; the set is open.</summary>
    public string? PartType { get; init; }

    /// <summary>
    /// In the format asked for; null for events. A body on an <c>assignment</c>, <c>close</c> or <c>open</c> part is a message to or from the
    /// customer.
    /// </summary>
    public string? Body { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Who got the conversation: type <c>admin</c>, <c>team</c> or <c>nobody_admin</c>. Null when the part assigned nothing.</summary>
    public IntercomReference? AssignedTo { get; init; }

    public IntercomAuthor? Author { get; init; }

    public IReadOnlyList<IntercomAttachment> Attachments { get; init; } = [];

    public bool Redacted { get; init; }

    public IntercomPartMetadata? Metadata { get; init; }

    /// <summary>Set when an app made the part (2.13 and later).</summary>
    public string? AppPackageCode { get; init; }
}
