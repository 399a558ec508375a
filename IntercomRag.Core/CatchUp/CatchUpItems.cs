using System.Diagnostics;
using System.Globalization;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.CatchUp;

/// <summary>What a round puts into the inbox. The ids say how often: more often than that, the inbox turns it away as a duplicate.</summary>
internal static class CatchUpItems
{
    /// <summary>
    /// Once for each message of the customer's, as long as the inbox remembers ids; and once an hour while turns about it end as dead letters, so that they
    /// are begun again after an outage and do not fill the dead letters.
    /// </summary>
    /// <param name="givenUpAt">When a turn of the conversation last became a dead letter.</param>
    public static InboxItem Waiting(SubjectKey subject, WaitingCustomer customer, DateTimeOffset? givenUpAt, DateTimeOffset now)
    {
        var id = $"caught_up:{subject.Id}/{customer.WroteAt.ToUnixTimeSeconds()}";
        return Item(
            subject,
            givenUpAt >= customer.WroteAt ? $"{id}/{Hour(givenUpAt.Value)}" : id,
            OwnTopics.CatchUp,
            customer.WroteAt,
            now);
    }

    /// <summary>Once an hour: it is listed only after the inbox has given it up.</summary>
    public static InboxItem Unfinished(SubjectKey subject, DateTimeOffset now) =>
        Item(subject, $"unfinished:{subject.Id}/{Hour(now)}", OwnTopics.UnfinishedTurn, now, now);

    private static InboxItem Item(SubjectKey subject, string id, string topic, DateTimeOffset createdAt, DateTimeOffset now) =>
        new(subject, [id], topic, createdAt, now, Activity.Current?.Id);

    private static string Hour(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
}
