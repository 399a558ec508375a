namespace IntercomRag.Core.Conversations.Inbox;

public enum EnqueueResult
{
    /// <summary>The item is stored and will be processed.</summary>
    Stored,

    /// <summary>The same event was stored before; nothing was added.</summary>
    Duplicate,

    /// <summary>
    /// The inbox holds <see cref="InboxOptions.Capacity"/> subjects and this would have been one more; nothing was added. The sender has to come
    /// again.
    /// </summary>
    Full,
}
