namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Sends the one message that the customer gets for a burst.</summary>
public sealed record ReplyStep(string Html) : PlanStep
{
    /// <summary>In stored plans and in traces.</summary>
    internal const string Name = "reply";

    // Whatever its words: a burst gets one message, and this one would be the second.
    public override bool Shows(Conversation now, IReadOnlyList<Message> ours) => ours.Any(message => message.IsPublic);

    public override Task SendAsync(IIntercomWorkspace workspace, string conversationId, CancellationToken cancellationToken) =>
        workspace.ReplyAsync(conversationId, Html, cancellationToken);
}
