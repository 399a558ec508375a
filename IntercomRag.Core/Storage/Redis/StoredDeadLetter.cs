using System.Globalization;
using System.Text.Json;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// A dead letter as the scripts write it: <c>{"subject":"demo:215","attempts":6,"reason":"…","at":"1767603600000","items":["0|{…}"]}</c>.
/// Items are kept as they were, so that even one that cannot be read is not lost.
/// </summary>
internal sealed record StoredDeadLetter(string Subject, int Attempts, string Reason, string At, IReadOnlyList<string> Items)
{
    public static DeadLetter Read(string record)
    {
        try
        {
            if (JsonSerializer.Deserialize(record, InboxJson.Default.StoredDeadLetter) is { } stored
                && long.TryParse(stored.At, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            {
                var subject = SubjectName.Parse(stored.Subject);
                return new DeadLetter(
                    subject,
                    [.. stored.Items.Select(item => StoredItem.Read(subject, item)).OfType<InboxItem>()],
                    stored.Attempts,
                    stored.Reason,
                    DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
            }
        }
        catch (JsonException)
        {
            // Reported below like any other record that is not ours.
        }

        return new DeadLetter(new SubjectKey("", ""), [], 0, "The record of this dead letter cannot be read.", DateTimeOffset.UnixEpoch);
    }
}
