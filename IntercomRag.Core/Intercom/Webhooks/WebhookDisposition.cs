using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>What to do with an event.</summary>
public abstract record WebhookDisposition
{
    private WebhookDisposition()
    {
    }

    /// <param name="Inbox">One of <see cref="InboxNames"/>.</param>
    public sealed record Queue(string Inbox, InboxItem Item, BurstWindow Window) : WebhookDisposition;

    /// <param name="Reason">A code such as <c>own_part</c>.</param>
    public sealed record Ignore(string Reason) : WebhookDisposition;
}
