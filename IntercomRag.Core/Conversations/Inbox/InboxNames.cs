namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>The inboxes there are, as keys of their service registrations.</summary>
public static class InboxNames
{
    /// <summary>Subjects are conversations; processed by the API's turn processor.</summary>
    public const string Conversations = "conversations";

    /// <summary>Subjects are articles; processed by the worker's knowledge sync.</summary>
    public const string Articles = "articles";

    public static IReadOnlyList<string> All { get; } = [Conversations, Articles];
}
