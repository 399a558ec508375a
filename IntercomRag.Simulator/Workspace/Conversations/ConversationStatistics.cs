namespace IntercomRag.Simulator.Workspace.Conversations;

/// <summary>Times and counts that Intercom reports with a conversation. A reply through REST counts as an admin's reply.</summary>
public sealed class ConversationStatistics
{
    public DateTimeOffset? FirstContactReplyAt { get; private set; }

    public DateTimeOffset? LastContactReplyAt { get; private set; }

    public DateTimeOffset? FirstAdminReplyAt { get; private set; }

    public DateTimeOffset? LastAdminReplyAt { get; private set; }

    public DateTimeOffset? FirstAssignmentAt { get; private set; }

    public DateTimeOffset? LastAssignmentAt { get; private set; }

    public DateTimeOffset? FirstCloseAt { get; private set; }

    public DateTimeOffset? LastCloseAt { get; private set; }

    public string? LastClosedById { get; private set; }

    public int Reopens { get; private set; }

    public int Assignments { get; private set; }

    public int Parts { get; private set; }

    public void Count(ConversationPart part)
    {
        var at = part.CreatedAt;
        if (part.PartType != ConversationPart.Source)
        {
            Parts++;
        }

        if (part.IsPublic && part.Author.IsContact)
        {
            FirstContactReplyAt ??= at;
            LastContactReplyAt = at;
        }

        if (part.IsPublic && part.Author.IsAdmin)
        {
            FirstAdminReplyAt ??= at;
            LastAdminReplyAt = at;
        }

        if (part.AssignedTo is not null)
        {
            FirstAssignmentAt ??= at;
            LastAssignmentAt = at;
            Assignments++;
        }

        if (part.PartType == ConversationPart.Close)
        {
            FirstCloseAt ??= at;
            LastCloseAt = at;
            LastClosedById = part.Author.Id;
        }

        if (part.PartType is ConversationPart.Open or ConversationPart.AssignAndReopen or ConversationPart.TimerUnsnooze)
        {
            Reopens++;
        }
    }
}
