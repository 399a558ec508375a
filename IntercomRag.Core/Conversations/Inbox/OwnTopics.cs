namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>Topics of items that no webhook brought. Intercom's own never begin like these.</summary>
public static class OwnTopics
{
    /// <summary>The customer has the last word in a conversation, and no turn seems to know.</summary>
    public const string CatchUp = "intercomrag.catch_up";

    /// <summary>A turn began to write and nothing in the inbox will finish it.</summary>
    public const string UnfinishedTurn = "intercomrag.unfinished_turn";
}
