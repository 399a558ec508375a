namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>A failure as operators read it beside the items that failed.</summary>
internal static class FailureReason
{
    /// <summary>The exception's type. Never its message, which may quote a customer.</summary>
    public static string Of(Exception failure) => failure.GetType().Name;
}
