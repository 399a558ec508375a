namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>What the workspace's own bot does: greetings, collectors, Fin.</summary>
public static class OperatorActions
{
    /// <summary>Sample of the author, as captured: <c>{"type":"bot","id":"9608808","name":"Operator","email":"operator+demo@intercom.io"}</c>.</summary>
    public static ConversationPart Say(WorkspaceChange change, Conversation conversation, MessageBody body, string partType)
    {
        var part = new ConversationPart
        {
            Id = change.Ids.NextPart(),
            PartType = partType,
            CreatedAt = change.Now,
            Author = new Author("bot", "9608808", "Operator", $"operator+{change.State.App.IdCode}@intercom.io"),
            Body = body,
            State = conversation.State,
        };
        conversation.Add(part);
        change.Raise(new ConversationEvent("conversation.operator.replied", conversation, part));
        return part;
    }
}
