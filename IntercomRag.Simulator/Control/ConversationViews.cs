using IntercomRag.Simulator.Workspace;
using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Control;

/// <summary>Copies conversations out of the workspace. Runs inside its lock.</summary>
internal static class ConversationViews
{
    private const int PreviewLength = 140;

    public static ConversationSummary Summarize(WorkspaceState state, Conversation conversation, string botAdminId)
    {
        var last = LastMessage(conversation);
        return new ConversationSummary(
            conversation.Id,
            conversation.ContactId,
            state.Contact(conversation.ContactId).Name,
            conversation.State,
            conversation.State == Conversation.OpenState,
            conversation.AdminAssigneeId,
            conversation.TeamAssigneeId,
            Preview(last),
            View(last.Author),
            conversation.UpdatedAt.ToUnixTimeSeconds(),
            conversation.WaitingSince?.ToUnixTimeSeconds(),
            [.. conversation.Tags.Select(applied => applied.Tag.Name)],
            IsBotSilenced(conversation, botAdminId),
            View(conversation.Rating));
    }

    public static ConversationView View(WorkspaceState state, Conversation conversation, string botAdminId) => new(
        conversation.Id,
        conversation.ContactId,
        state.Contact(conversation.ContactId).Name,
        conversation.State,
        conversation.State == Conversation.OpenState,
        conversation.AdminAssigneeId,
        conversation.TeamAssigneeId,
        conversation.CreatedAt.ToUnixTimeSeconds(),
        conversation.UpdatedAt.ToUnixTimeSeconds(),
        conversation.WaitingSince?.ToUnixTimeSeconds(),
        conversation.SnoozedUntil?.ToUnixTimeSeconds(),
        [.. conversation.Tags.Select(applied => applied.Tag.Name)],
        IsBotSilenced(conversation, botAdminId),
        View(conversation.Rating),
        conversation.CustomAttributes.ToDictionary(),
        [.. conversation.SourceAndParts.Select(part => View(state, part))]);

    public static PartView View(WorkspaceState state, ConversationPart part) => new(
        part.Id,
        part.PartType,
        part.Body?.Html,
        part.Body?.Text,
        View(part.Author),
        part.CreatedAt.ToUnixTimeSeconds(),
        part.CreatedAt.ToUnixTimeMilliseconds(),
        part.IsPublic,
        part.AssignedTo is { } assignee ? View(state, assignee) : null,
        part.QuickReplyOptions,
        new PartMetadata(part.QuickReplyUuid, part.AttributeChange),
        part.Attachments,
        [.. part.Tags.Select(tag => tag.Name)]);

    private static PersonView View(Author author) => new(author.Type, author.Id, author.Name);

    private static PersonView View(WorkspaceState state, Assignee assignee) => new(assignee.Type, assignee.Id, assignee.Type switch
    {
        "team" => state.Team(assignee.Id).Name,
        "admin" => state.Admin(assignee.Id).Name,
        _ => null,
    });

    private static RatingView? View(ConversationRating? rating) => rating is null ? null : new RatingView(rating.Score, rating.Remark);

    private static bool IsBotSilenced(Conversation conversation, string botAdminId)
    {
        var lastAnswer = conversation.Parts.LastOrDefault(part =>
            (part.IsPublic && part.Author.IsAdmin) || part.AssignedTo?.Id == botAdminId);
        return conversation.TeamAssigneeId is not null
            || (conversation.AdminAssigneeId is { } admin && admin != botAdminId)
            || (lastAnswer is { AssignedTo: null } && lastAnswer.Author.Id != botAdminId);
    }

    private static ConversationPart LastMessage(Conversation conversation) =>
        conversation.Parts.LastOrDefault(part => part.IsPublic && part.Body is not null) ?? conversation.Source;

    private static string Preview(ConversationPart part)
    {
        var text = (part.Body?.Text ?? "").ReplaceLineEndings(" ");
        if (text.Length <= PreviewLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[PreviewLength - 1]) ? PreviewLength - 1 : PreviewLength;
        return $"{text[..length]}…";
    }
}
