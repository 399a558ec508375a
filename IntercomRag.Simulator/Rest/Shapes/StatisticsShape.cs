using System.Text.Json.Nodes;
using IntercomRag.Simulator.Workspace.Conversations;

namespace IntercomRag.Simulator.Rest.Shapes;

/// <summary>A conversation's statistics. What has not happened yet is null, as in live payloads (the description says integer).</summary>
internal static class StatisticsShape
{
    public static JsonObject Write(ConversationStatistics statistics, bool iso)
    {
        JsonNode? Time(DateTimeOffset? time) => iso ? Json.Iso(time) : Json.Seconds(time);

        var start = statistics.FirstContactReplyAt;
        return new JsonObject
        {
            ["type"] = "conversation_statistics",
            ["time_to_assignment"] = Between(start, statistics.FirstAssignmentAt),
            ["time_to_admin_reply"] = Between(start, statistics.FirstAdminReplyAt),
            ["time_to_first_close"] = Between(start, statistics.FirstCloseAt),
            ["time_to_last_close"] = Between(start, statistics.LastCloseAt),
            ["median_time_to_reply"] = Between(start, statistics.FirstAdminReplyAt),
            ["first_contact_reply_at"] = Time(statistics.FirstContactReplyAt),
            ["first_assignment_at"] = Time(statistics.FirstAssignmentAt),
            ["first_admin_reply_at"] = Time(statistics.FirstAdminReplyAt),
            ["first_close_at"] = Time(statistics.FirstCloseAt),
            ["last_assignment_at"] = Time(statistics.LastAssignmentAt),
            ["last_assignment_admin_reply_at"] = null,
            ["last_contact_reply_at"] = Time(statistics.LastContactReplyAt),
            ["last_admin_reply_at"] = Time(statistics.LastAdminReplyAt),
            ["last_close_at"] = Time(statistics.LastCloseAt),
            ["last_closed_by_id"] = statistics.LastClosedById,
            ["count_reopens"] = statistics.Reopens,
            ["count_assignments"] = statistics.Assignments,
            ["count_conversation_parts"] = statistics.Parts,
        };
    }

    private static long? Between(DateTimeOffset? from, DateTimeOffset? to) => (long?)(to - from)?.TotalSeconds;
}
