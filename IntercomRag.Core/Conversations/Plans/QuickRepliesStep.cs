namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Offers buttons under the reply that was just sent.</summary>
public sealed record QuickRepliesStep(IReadOnlyList<QuickReplyOption> Options) : PlanStep
{
    /// <summary>In stored plans and in traces.</summary>
    internal const string Name = "quick_replies";

    public override bool IsOptional => true;

    public override bool Shows(Conversation now, IReadOnlyList<Message> ours) => ours.Any(message => message.Kind == MessageKind.Options);

    public override Task SendAsync(IIntercomWorkspace workspace, string conversationId, CancellationToken cancellationToken) =>
        workspace.OfferQuickRepliesAsync(conversationId, Options, cancellationToken);
}
