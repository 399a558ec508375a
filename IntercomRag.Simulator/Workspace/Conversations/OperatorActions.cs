namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>What the workspace's own bot does: greetings, collectors, Fin.</summary>
public static class OperatorActions
{
    /// <summary>What workflows leave in a conversation; no webhook announces these parts.</summary>
    private static readonly string[] WorkflowEvents =
    [
        "operator_workflow_event", "conversation_attribute_updated_by_workflow", "custom_action_started", "custom_action_finished",
        "language_detection_details",
    ];

    public static ConversationPart Say(WorkspaceChange change, Conversation conversation, MessageBody body, string partType)
    {
        var part = Part(change, conversation, partType) with { Body = body };
        conversation.Add(part);
        change.Raise(new ConversationEvent("conversation.operator.replied", conversation, part));
        return part;
    }

    /// <summary>Adds parts without words, as a workflow that runs wild does: REST shows the newest 500 parts, so they crowd messages out.</summary>
    public static void AddWorkflowEvents(WorkspaceChange change, Conversation conversation, int count)
    {
        for (var number = 0; number < count; number++)
        {
            conversation.Add(Part(change, conversation, WorkflowEvents[number % WorkflowEvents.Length]));
        }

        change.Raise(new ConversationEvent(Topic: null, conversation));
    }

    /// <summary>Opens a conversation whose snooze is over.</summary>
    public static void Wake(WorkspaceChange change, Conversation conversation)
    {
        conversation.State = Conversation.OpenState;
        conversation.SnoozedUntil = null;
        var part = Part(change, conversation, ConversationPart.TimerUnsnooze);
        conversation.Add(part);
        change.Raise(new ConversationEvent("conversation.admin.unsnoozed", conversation, part));
    }

    /// <summary>Sample of the author, as captured: <c>{"type":"bot","id":"9608808","name":"Operator","email":"operator+demo@intercom.io"}</c>.</summary>
    private static ConversationPart Part(WorkspaceChange change, Conversation conversation, string partType) => new()
    {
        Id = change.Ids.NextPart(),
        PartType = partType,
        CreatedAt = change.Now,
        Author = new Author("bot", "9608808", "Operator", $"operator+{change.State.App.IdCode}@intercom.io"),
        State = conversation.State,
    };
}
