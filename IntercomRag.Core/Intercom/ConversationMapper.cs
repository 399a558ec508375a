using IntercomRag.Core.Conversations;
using IntercomRag.Core.Intercom.Records;

namespace IntercomRag.Core.Intercom;

/// <summary>Reads Intercom's conversation into ours: the opening message first, authors told apart, public text told from notes and events.</summary>
public static class ConversationMapper
{
    /// <param name="botAdminId">The teammate as whom the assistant speaks: the only sure mark of its own parts.</param>
    public static Conversation Map(IntercomConversation conversation, string botAdminId)
    {
        var messages = conversation.Parts
            .OrderBy(part => part.CreatedAt)
            .ThenBy(part => part.Id.Length)
            .ThenBy(part => part.Id, StringComparer.Ordinal)
            .Select(part => MapPart(part, botAdminId))
            .OfType<Message>();
        return new Conversation(
            conversation.Id,
            ContactOf(conversation),
            conversation.Open,
            conversation.AdminAssigneeId,
            conversation.TeamAssigneeId,
            [.. conversation.Tags.Where(tag => tag.Name is not null).Select(tag => new AppliedTag(tag.Name, tag.AppliedAt))],
            [.. Opening(conversation, botAdminId), .. messages]);
    }

    private static string ContactOf(IntercomConversation conversation) =>
        conversation.Contacts.Select(contact => contact.Id).OfType<string>().FirstOrDefault() ?? conversation.Source?.Author?.Id ?? "";

    // Intercom returns the 500 newest parts; the opening message always comes on its own, and is older than all of them.
    private static IEnumerable<Message> Opening(IntercomConversation conversation, string botAdminId)
    {
        if (conversation.Source is not { Author: { } author } source)
        {
            yield break;
        }

        var text = source.Redacted ? "" : Text(source.Subject, source.Body);
        yield return new Message(
            source.Id ?? conversation.Id,
            text.Length > 0 || source.Attachments.Count > 0 ? MessageKind.Message : MessageKind.Event,
            MapAuthor(author, botAdminId),
            text,
            conversation.CreatedAt ?? DateTimeOffset.UnixEpoch,
            HasAttachments: source.Attachments.Count > 0,
            IsAiAnswer: author.IsAiAnswer);
    }

    private static Message? MapPart(IntercomPart part, string botAdminId)
    {
        if (part.Author is not { } author)
        {
            return null;
        }

        var text = part.Redacted ? "" : part.Body?.Trim() ?? "";
        var assignedTo = MapAssignee(part);
        return new Message(
            part.Id,
            KindOf(part, text, assignedTo),
            MapAuthor(author, botAdminId),
            text,
            part.CreatedAt ?? DateTimeOffset.UnixEpoch,
            assignedTo,
            part.Attachments.Count > 0,
            author.IsAiAnswer,
            part.PartType == IntercomPartTypes.Close);
    }

    // Whatever carries a text and is no note can be read by the customer, also on an assignment or a close: an unknown type with a text of
    // a teammate's counts as a human's word rather than being overlooked.
    private static MessageKind KindOf(IntercomPart part, string text, Assignee? assignedTo) =>
        part.PartType switch
        {
            IntercomPartTypes.Note => MessageKind.Note,
            IntercomPartTypes.QuickReply when text.Length == 0 => MessageKind.Options,
            _ when text.Length > 0 || part.Attachments.Count > 0 => MessageKind.Message,
            _ => assignedTo is null ? MessageKind.Event : MessageKind.Assignment,
        };

    private static Assignee? MapAssignee(IntercomPart part) =>
        part.AssignedTo switch
        {
            { Type: "team", Id: { Length: > 0 } id } when id != "0" => new Assignee(AssigneeKind.Team, id),
            { Type: "admin", Id: { Length: > 0 } id } when id != "0" => new Assignee(AssigneeKind.Admin, id),
            { Type: "nobody_admin" or "nobody" or "admin" or "team" } => Assignee.Nobody,
            _ => null,
        };

    private static Author MapAuthor(IntercomAuthor author, string botAdminId)
    {
        var id = author.Id ?? "";
        var kind = author.Type switch
        {
            "user" or "lead" or "contact" or "visitor" => AuthorKind.Customer,
            "admin" when id == botAdminId => AuthorKind.Assistant,
            "admin" or "team" => AuthorKind.Agent,
            _ => AuthorKind.OtherBot,
        };
        return new Author(kind, id, author.Name);
    }

    // An e-mail's subject often is the question.
    private static string Text(string? subject, string? body) =>
        string.Join('\n', new[] { subject, body }.Select(text => text?.Trim() ?? "").Where(text => text.Length > 0));
}
