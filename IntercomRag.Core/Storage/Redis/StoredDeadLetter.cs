using System.Globalization;
using System.Text.Json;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// A dead letter as the scripts write it: <c>{"subject":"demo:215","attempts":6,"reason":"…","at":"1767603600000",
/// "items":["0@1767603500000|{…}"],"trace":"4bf92f3577b34da6a3ce929d0e0e4736"}</c>, the trace only where there is one.
/// Items are kept as they were, so that even one that cannot be read is not lost.
/// </summary>
internal sealed record StoredDeadLetter(string Subject, int Attempts, string Reason, string At, IReadOnlyList<string> Items, string? Trace = null)
{
    private static readonly SubjectKey s_unknown = new("", "");

    /// <summary>A damaged record becomes a letter without a workspace, so that it is seen and can be discarded.</summary>
    public static DeadLetter Read(string inbox, string id, string record)
    {
        try
        {
            if (JsonSerializer.Deserialize(record, InboxJson.Default.StoredDeadLetter) is { } stored
                && long.TryParse(stored.At, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            {
                var subject = SubjectName.Parse(stored.Subject);
                return new DeadLetter(
                    inbox,
                    id,
                    subject,
                    [.. stored.Items.Select(item => StoredItem.Read(subject, item)).OfType<InboxItem>()],
                    stored.Attempts,
                    stored.Reason,
                    stored.Trace,
                    DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
            }
        }
        catch (JsonException)
        {
            // Reported below like any other record that is not ours.
        }

        return new DeadLetter(inbox, id, s_unknown, [], 0, "The record of this dead letter cannot be read.", TraceId: null, DateTimeOffset.UnixEpoch);
    }

    /// <summary>Whether the record says what it was about.</summary>
    public static bool IsReadable(DeadLetter letter) => letter.Subject != s_unknown;
}
