namespace IntercomRag.Core.Conversations.Inbox;

public enum RedriveResult
{
    /// <summary>The items are due again.</summary>
    Redriven,

    /// <summary>There is no such dead letter, or no longer: it was put back, discarded, or fell out.</summary>
    NotFound,

    /// <summary>The record is damaged and does not say which subject it was about. It can only be discarded.</summary>
    Unreadable,
}
