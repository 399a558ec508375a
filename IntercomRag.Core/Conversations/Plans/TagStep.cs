namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Tags the conversation, so that a team finds what was handed over.</summary>
public sealed record TagStep(string Tag) : PlanStep
{
    /// <summary>In stored plans and in traces.</summary>
    internal const string Name = "tag";

    public override bool IsOptional => true;

    public override bool Shows(Conversation now, IReadOnlyList<Message> ours) => now.HasTag(Tag);

    public override Task SendAsync(IIntercomWorkspace workspace, string conversationId, CancellationToken cancellationToken) =>
        workspace.AddTagAsync(conversationId, Tag, cancellationToken);
}
