using IntercomRag.Simulator.Workspace.People;

namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>What a customer does in the Messenger. Each runs inside one <see cref="WorkspaceChange"/>.</summary>
public static class CustomerActions
{
    public static Conversation Start(WorkspaceChange change, Contact contact, CustomerMessage message)
    {
        var source = Part(change, contact, ConversationPart.Source, message);
        var conversation = new Conversation(change.Ids.NextConversation(), contact.Id, source);
        change.State.Conversations.Add(conversation.Id, conversation);
        Touch(change, contact);
        change.Raise(new ConversationEvent("conversation.user.created", conversation));
        if (change.Options.OperatorGreeting)
        {
            OperatorActions.Say(
                change, conversation, MessageBody.FromText("The team usually replies within a day."), ConversationPart.ReplyTimeExpectation);
        }

        return conversation;
    }

    /// <summary>Adds the contact's message. It reopens a closed or snoozed conversation; the part is then an "open" with a body.</summary>
    public static ConversationPart Reply(WorkspaceChange change, Conversation conversation, Contact contact, CustomerMessage message)
    {
        if (contact.Id != conversation.ContactId)
        {
            throw WorkspaceException.Invalid("contact_id", "The contact does not take part in this conversation");
        }

        var chosen = message.QuickReplyUuid is { } uuid ? OptionOf(conversation, uuid) : null;
        var type = conversation.State == Conversation.OpenState ? ConversationPart.Comment : ConversationPart.Open;
        var part = Part(change, contact, type, message with { Body = message.Body ?? MessageBody.FromText(chosen!.Text) });
        conversation.State = Conversation.OpenState;
        conversation.SnoozedUntil = null;
        conversation.Add(part);
        Touch(change, contact);
        change.Raise(new ConversationEvent("conversation.user.replied", conversation, part));
        return part;
    }

    /// <summary>Sets the score; a remark may follow later and keeps the score's time.</summary>
    public static void Rate(WorkspaceChange change, Conversation conversation, int score, string? remark)
    {
        if (score is < 1 or > 5)
        {
            throw WorkspaceException.Invalid("rating", "rating must be between 1 and 5");
        }

        conversation.Rating = new ConversationRating(
            score,
            remark ?? conversation.Rating?.Remark,
            conversation.ContactId,
            conversation.TeammateIds.LastOrDefault(),
            conversation.Rating?.CreatedAt ?? change.Now,
            change.Now);
        conversation.UpdatedAt = change.Now;
        change.Raise(new ConversationEvent("conversation.rating.added", conversation));
    }

    private static ConversationPart Part(WorkspaceChange change, Contact contact, string type, CustomerMessage message) => new()
    {
        Id = change.Ids.NextPart(),
        PartType = type,
        CreatedAt = message.CreatedAt ?? change.Now,
        Author = new Author(contact.Role, contact.Id, contact.Name, contact.Email),
        Body = message.Body ?? throw WorkspaceException.Missing("text"),
        Attachments = message.Attachments,
        QuickReplyUuid = message.QuickReplyUuid,
        ReceivedAt = message.ReceivedAt,
    };

    private static QuickReplyOption OptionOf(Conversation conversation, string uuid) =>
        conversation.Parts.SelectMany(part => part.QuickReplyOptions).FirstOrDefault(option => option.Uuid == uuid)
        ?? throw WorkspaceException.Invalid("quick_reply_uuid", "No quick reply with this uuid was offered in the conversation");

    private static void Touch(WorkspaceChange change, Contact contact) =>
        change.State.Contacts[contact.Id] = contact with { LastSeenAt = change.Now, LastRepliedAt = change.Now, UpdatedAt = change.Now };
}
