namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>What an event is to us; decides the inbox, the burst window and whether our own doing counts.</summary>
public enum WebhookRoute
{
    /// <summary>Nothing that concerns us.</summary>
    Ignored,

    /// <summary>A customer wrote. To the conversations inbox; waits for the rest of the burst.</summary>
    CustomerMessage,

    /// <summary>
    /// A teammate or a bot acted, and the part in the event is that act. To the conversations inbox, due at once, because the
    /// conversation may have been taken over or given back; ignored when the act was our own.
    /// </summary>
    TeammateAct,

    /// <summary>
    /// The conversation changed. To the conversations inbox, due at once. A part in the event only says what the change was about:
    /// a rating or a tag on one of our own answers is somebody else's act.
    /// </summary>
    ConversationChange,

    /// <summary>An article changed. To the articles inbox; waits for the rest of the editing burst.</summary>
    ArticleChange,
}
