namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Gives the conversation to a team.</summary>
public sealed record AssignStep(string TeamId) : PlanStep
{
    /// <summary>In stored plans and in traces.</summary>
    internal const string Name = "assign";

    // Intercom makes no part when the team has the conversation already. While a teammate has it too, the assistant for instance, it is not
    // the team's.
    public override bool Shows(Conversation now, IReadOnlyList<Message> ours) =>
        (now.TeamAssigneeId == TeamId && now.AdminAssigneeId is null)
        || ours.Any(message => message.AssignedTo == new Assignee(AssigneeKind.Team, TeamId));

    public override Task SendAsync(IIntercomWorkspace workspace, string conversationId, CancellationToken cancellationToken) =>
        workspace.AssignToTeamAsync(conversationId, TeamId, cancellationToken);
}
