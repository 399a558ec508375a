using System.Globalization;
using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Rest.Search;

/// <summary>The fields of <c>POST /conversations/search</c>.</summary>
internal static class ConversationFields
{
    private static readonly Dictionary<string, SearchField<Conversation>> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = SearchField<Conversation>.Text(one => one.Id),
        ["created_at"] = SearchField<Conversation>.Time(one => one.CreatedAt),
        ["updated_at"] = SearchField<Conversation>.Time(one => one.UpdatedAt),
        ["waiting_since"] = SearchField<Conversation>.Time(one => one.WaitingSince),
        ["snoozed_until"] = SearchField<Conversation>.Time(one => one.SnoozedUntil),
        ["open"] = SearchField<Conversation>.Flag(one => one.State != Conversation.ClosedState),
        ["read"] = SearchField<Conversation>.Flag(one => one.Read),
        ["state"] = SearchField<Conversation>.Text(one => one.State),
        ["priority"] = SearchField<Conversation>.Text(_ => "none"),
        ["ai_agent_participated"] = SearchField<Conversation>.Flag(_ => false),
        ["channel_initiated"] = SearchField<Conversation>.Text(_ => "messenger"),
        ["admin_assignee_id"] = SearchField<Conversation>.Assignee(one => one.AdminAssigneeId),
        ["team_assignee_id"] = SearchField<Conversation>.Assignee(one => one.TeamAssigneeId),
        ["contact_ids"] = SearchField<Conversation>.Text(one => one.ContactId),
        ["teammate_ids"] = SearchField<Conversation>.Texts(one => one.TeammateIds),
        ["tag_ids"] = SearchField<Conversation>.Texts(one => one.Tags.Select(applied => applied.Tag.Id)),
        ["source.id"] = SearchField<Conversation>.Text(one => one.Source.Id),
        ["source.type"] = SearchField<Conversation>.Text(_ => "conversation"),
        ["source.delivered_as"] = SearchField<Conversation>.Text(_ => "customer_initiated"),
        ["source.subject"] = SearchField<Conversation>.Text(_ => ""),
        ["source.body"] = SearchField<Conversation>.Words(one => one.Source.Body?.Text),
        ["source.url"] = SearchField<Conversation>.Text(_ => null),
        ["source.author.id"] = SearchField<Conversation>.Text(one => one.Source.Author.Id),
        ["source.author.type"] = SearchField<Conversation>.Text(one => one.Source.Author.Type),
        ["source.author.name"] = SearchField<Conversation>.Text(one => one.Source.Author.Name),
        ["source.author.email"] = SearchField<Conversation>.Text(one => one.Source.Author.Email),
        ["statistics.first_contact_reply_at"] = SearchField<Conversation>.Time(one => one.Statistics.FirstContactReplyAt),
        ["statistics.last_contact_reply_at"] = SearchField<Conversation>.Time(one => one.Statistics.LastContactReplyAt),
        ["statistics.first_admin_reply_at"] = SearchField<Conversation>.Time(one => one.Statistics.FirstAdminReplyAt),
        ["statistics.last_admin_reply_at"] = SearchField<Conversation>.Time(one => one.Statistics.LastAdminReplyAt),
        ["statistics.first_assignment_at"] = SearchField<Conversation>.Time(one => one.Statistics.FirstAssignmentAt),
        ["statistics.last_assignment_at"] = SearchField<Conversation>.Time(one => one.Statistics.LastAssignmentAt),
        ["statistics.first_close_at"] = SearchField<Conversation>.Time(one => one.Statistics.FirstCloseAt),
        ["statistics.last_close_at"] = SearchField<Conversation>.Time(one => one.Statistics.LastCloseAt),
        ["statistics.last_closed_by_id"] = SearchField<Conversation>.Text(one => one.Statistics.LastClosedById),
        ["statistics.count_reopens"] = SearchField<Conversation>.Number(one => one.Statistics.Reopens),
        ["statistics.count_assignments"] = SearchField<Conversation>.Number(one => one.Statistics.Assignments),
        ["statistics.count_conversation_parts"] = SearchField<Conversation>.Number(one => one.Statistics.Parts),

        // Called "rating" in the object, "score" here.
        ["conversation_rating.score"] = SearchField<Conversation>.Number(one => one.Rating?.Score),
        ["conversation_rating.remark"] = SearchField<Conversation>.Text(one => one.Rating?.Remark),
        ["conversation_rating.requested_at"] = SearchField<Conversation>.Time(one => one.Rating?.CreatedAt),
        ["conversation_rating.replied_at"] = SearchField<Conversation>.Time(one => one.Rating?.UpdatedAt),
        ["conversation_rating.contact_id"] = SearchField<Conversation>.Text(one => one.Rating?.ContactId),
    };

    public static SearchField<Conversation>? Find(string name)
    {
        const string Attribute = "custom_attributes.";
        return name.StartsWith(Attribute, StringComparison.Ordinal)
            ? SearchField<Conversation>.Text(one =>
                one.CustomAttributes.TryGetValue(name[Attribute.Length..], out var value)
                    ? value.ToString().ToLower(CultureInfo.InvariantCulture)
                    : null)
            : Fields.GetValueOrDefault(name);
    }
}
