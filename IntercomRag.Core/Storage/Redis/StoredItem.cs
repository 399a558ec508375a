using System.Text.Json;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// An item as it is stored: <c>{"deduplicationIds":["notif_1","215/99"],"topic":"conversation.user.replied","createdAt":"2026-01-05T09:00:00+00:00",
/// "receivedAt":"2026-01-05T09:00:01+00:00","traceParent":"00-…-01"}</c>. The subject is in the key.
/// </summary>
internal sealed record StoredItem(
    IReadOnlyList<string> DeduplicationIds,
    string Topic,
    DateTimeOffset CreatedAt,
    DateTimeOffset ReceivedAt,
    string? TraceParent = null)
{
    public static string Write(InboxItem item) => JsonSerializer.Serialize(
        new StoredItem(item.DeduplicationIds, item.Topic, item.CreatedAt, item.ReceivedAt, item.TraceParent),
        InboxJson.Default.StoredItem);

    /// <param name="element">Element of the list: <c>0@1767603600000|{"deduplicationIds":…}</c>.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static InboxItem? Read(SubjectKey subject, string element)
    {
        try
        {
            var stored = JsonSerializer.Deserialize(element.AsSpan(element.IndexOf('|') + 1), InboxJson.Default.StoredItem);
            return stored is null
                ? null
                : new InboxItem(subject, stored.DeduplicationIds, stored.Topic, stored.CreatedAt, stored.ReceivedAt, stored.TraceParent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
