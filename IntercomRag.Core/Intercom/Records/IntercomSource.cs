namespace IntercomRag.Core.Intercom.Records;

/// <summary>The message that opened a conversation.</summary>
public sealed record IntercomSource
{
    public string? Id { get; init; }

    /// <summary>Channel: <c>conversation</c> (Messenger), <c>email</c>, <c>whatsapp</c> …</summary>
    public string? Type { get; init; }

    /// <summary>Who began: <c>customer_initiated</c>, <c>admin_initiated</c>, <c>automated</c> …</summary>
    public string? DeliveredAs { get; init; }

    public string? Subject { get; init; }

    /// <summary>In the format asked for; null or empty when the message is only an attachment.</summary>
    public string? Body { get; init; }

    public IntercomAuthor? Author { get; init; }

    public IReadOnlyList<IntercomAttachment> Attachments { get; init; } = [];

    /// <summary>Page on which the customer began to write.</summary>
    public string? Url { get; init; }

    public bool Redacted { get; init; }
}
