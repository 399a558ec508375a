using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>What a teammate, or an app in a teammate's name, does with a conversation. Each runs inside one <see cref="WorkspaceChange"/>.</summary>
public static class AgentActions
{
    /// <param name="takes">
    /// Whether replying takes a conversation that nobody has. The part is then an "assignment" that carries the reply, as captured.
    /// </param>
    public static ConversationPart Reply(
        WorkspaceChange change, Conversation conversation, Actor actor, MessageBody body, IReadOnlyList<Attachment> attachments, bool takes)
    {
        if (takes && conversation is { AdminAssigneeId: null, TeamAssigneeId: null })
        {
            conversation.AdminAssigneeId = actor.Admin.Id;
            var taken = Part(change, conversation, actor, ConversationPart.Assignment) with
            {
                Body = body,
                Attachments = attachments,
                AssignedTo = new Assignee("admin", actor.Admin.Id),
            };
            Add(change, conversation, taken, "conversation.admin.replied");
            change.Raise(new ConversationEvent("conversation.admin.open.assigned", conversation, taken));
            return taken;
        }

        var part = Part(change, conversation, actor, ConversationPart.Comment) with { Body = body, Attachments = attachments };
        return Add(change, conversation, part, "conversation.admin.replied");
    }

    public static ConversationPart Note(
        WorkspaceChange change, Conversation conversation, Actor actor, MessageBody body, IReadOnlyList<Attachment> attachments)
    {
        var part = Part(change, conversation, actor, ConversationPart.Note) with { Body = body, Attachments = attachments };
        return Add(change, conversation, part, "conversation.admin.noted");
    }

    /// <summary>Offers buttons. The part has no body: the text that goes with them is a comment before it.</summary>
    public static ConversationPart OfferQuickReplies(
        WorkspaceChange change, Conversation conversation, Actor actor, IReadOnlyList<QuickReplyOption> options)
    {
        var part = Part(change, conversation, actor, ConversationPart.QuickReply) with { QuickReplyOptions = options };
        return Add(change, conversation, part, "conversation.admin.replied");
    }

    /// <summary>
    /// Assigns to an admin or a team, each of which a conversation has at most one; reopens a closed or snoozed conversation.
    /// </summary>
    /// <param name="type"><c>admin</c> or <c>team</c>.</param>
    /// <param name="assigneeId">Its id, or "0" for nobody.</param>
    /// <param name="body">Public: the customer gets it as a message.</param>
    public static ConversationPart Assign(
        WorkspaceChange change, Conversation conversation, Actor actor, string type, string assigneeId, MessageBody? body)
    {
        var assignee = Resolve(change.State, type, assigneeId);
        var id = assignee == Assignee.Nobody ? null : assignee.Id;
        if (type == "team")
        {
            conversation.TeamAssigneeId = id;
        }
        else
        {
            conversation.AdminAssigneeId = id;
        }

        var reopens = Reopen(conversation);
        var part = Part(change, conversation, actor, reopens ? ConversationPart.AssignAndReopen : ConversationPart.Assignment) with
        {
            Body = body,
            AssignedTo = assignee,
        };
        return Add(change, conversation, part, "conversation.admin.assigned");
    }

    /// <summary>Hands the conversation to an admin and takes it from its team, in one part.</summary>
    public static ConversationPart GiveBack(WorkspaceChange change, Conversation conversation, Actor actor, Admin to)
    {
        conversation.TeamAssigneeId = null;
        return Assign(change, conversation, actor, "admin", to.Id, body: null);
    }

    public static ConversationPart Close(WorkspaceChange change, Conversation conversation, Actor actor, MessageBody? body)
    {
        conversation.State = Conversation.ClosedState;
        conversation.SnoozedUntil = null;
        var part = Part(change, conversation, actor, ConversationPart.Close) with { Body = body };
        return Add(change, conversation, part, "conversation.admin.closed");
    }

    public static ConversationPart Open(WorkspaceChange change, Conversation conversation, Actor actor)
    {
        Reopen(conversation);
        return Add(change, conversation, Part(change, conversation, actor, ConversationPart.Open), "conversation.admin.opened");
    }

    public static ConversationPart Snooze(WorkspaceChange change, Conversation conversation, Actor actor, DateTimeOffset until)
    {
        if (until <= change.Now)
        {
            throw WorkspaceException.Invalid("snoozed_until", "snoozed_until must be in the future");
        }

        conversation.State = Conversation.SnoozedState;
        conversation.SnoozedUntil = until;
        return Add(change, conversation, Part(change, conversation, actor, ConversationPart.Snoozed), "conversation.admin.snoozed");
    }

    private static bool Reopen(Conversation conversation)
    {
        var wasOpen = conversation.State == Conversation.OpenState;
        conversation.State = Conversation.OpenState;
        conversation.SnoozedUntil = null;
        return !wasOpen;
    }

    private static Assignee Resolve(WorkspaceState state, string type, string assigneeId) => (type, assigneeId) switch
    {
        ("admin" or "team", "0") => Assignee.Nobody,
        ("admin", _) when state.Admins.ContainsKey(assigneeId) => new Assignee("admin", assigneeId),
        ("team", _) when state.Teams.ContainsKey(assigneeId) => new Assignee("team", assigneeId),
        ("admin" or "team", _) => throw WorkspaceException.NotFound("assignee_not_found", "Assignee not found"),
        _ => throw WorkspaceException.Invalid("type", "type must be admin or team"),
    };

    private static ConversationPart Part(WorkspaceChange change, Conversation conversation, Actor actor, string type) => new()
    {
        Id = change.Ids.NextPart(),
        PartType = type,
        CreatedAt = actor.CreatedAt ?? change.Now,
        Author = actor.Author,
        State = conversation.State,
        AppPackageCode = actor.AppPackageCode,
        ReceivedAt = actor.ReceivedAt,
    };

    private static ConversationPart Add(WorkspaceChange change, Conversation conversation, ConversationPart part, string topic)
    {
        conversation.Add(part);
        if (part.IsPublic)
        {
            var contact = change.State.Contact(conversation.ContactId);
            change.State.Contacts[contact.Id] = contact with { LastContactedAt = part.CreatedAt };
        }

        change.Raise(new ConversationEvent(topic, conversation, part));
        return part;
    }
}
