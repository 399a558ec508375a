using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>One entry of a conversation after its opening message, or that opening message itself (<see cref="Source"/>).</summary>
public sealed record ConversationPart
{
    public const string Source = "source";
    public const string Comment = "comment";
    public const string Note = "note";
    public const string QuickReply = "quick_reply";
    public const string Assignment = "assignment";
    public const string AssignAndReopen = "assign_and_reopen";
    public const string Open = "open";
    public const string Close = "close";
    public const string Snoozed = "snoozed";
    public const string TimerUnsnooze = "timer_unsnooze";
    public const string AttributeUpdated = "conversation_attribute_updated_by_admin";
    public const string ReplyTimeExpectation = "channel_and_reply_time_expectation";

    public required string Id { get; init; }

    public required string PartType { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Author Author { get; init; }

    public MessageBody? Body { get; init; }

    public Assignee? AssignedTo { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public IReadOnlyList<QuickReplyOption> QuickReplyOptions { get; init; } = [];

    /// <summary>The option that the customer chose with this message.</summary>
    public string? QuickReplyUuid { get; init; }

    public AttributeChange? AttributeChange { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>State of the conversation once this part was added.</summary>
    public string State { get; init; } = Conversation.OpenState;

    /// <summary>Set on parts that an app created through REST, null on those of the inbox.</summary>
    public string? AppPackageCode { get; init; }

    /// <summary>When the REST request that made it came in, which with a fault is long before <see cref="CreatedAt"/>; null for the pages.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Whether the customer sees it: a body, or buttons, outside a note. The body of an assignment is public too.</summary>
    public bool IsPublic => PartType != Note && (Body is not null || QuickReplyOptions.Count > 0);
}
