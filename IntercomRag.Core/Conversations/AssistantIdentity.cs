namespace IntercomRag.Core.Conversations;

/// <summary>The teammate that the assistant speaks as.</summary>
/// <param name="AdminId">Intercom's admin id.</param>
public sealed record AssistantIdentity(string AdminId)
{
    /// <summary>Whether a part gives the conversation to the assistant.</summary>
    public bool IsGivenBack(Message message) => message.AssignedTo is { Kind: AssigneeKind.Admin } assignee && assignee.Id == AdminId;
}
