namespace IntercomRag.Core.Conversations.Inbox;

public enum EnqueueResult
{
    /// <summary>The item is stored and will be processed.</summary>
    Stored,

    /// <summary>The same event was stored before; nothing was added.</summary>
    Duplicate,
}
