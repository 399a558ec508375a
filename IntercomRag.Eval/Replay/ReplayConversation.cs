using System.Globalization;
using IntercomRag.Core.Conversations;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Replay;

/// <summary>Puts a recorded conversation into the form in which Intercom holds one, just after the customer's last message.</summary>
public static class ReplayConversation
{
    public const string AssistantId = "assistant";

    private const string HumanId = "human";

    /// <summary>Between two turns: so far apart that no limit per hour is met, and all in one day.</summary>
    private static readonly TimeSpan s_apart = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan s_sinceLast = TimeSpan.FromSeconds(30);

    public static Conversation Create(RecordedConversation record) => new(
        record.Id, record.Id, IsOpen: true, null, null, [], [.. record.Turns.Select((turn, i) => Message(record, turn, i))]);

    /// <summary>
    /// The profile's language is left open, because whether the words tell it is part of what is measured; only for a customer who wrote none, a picture or
    /// three dots, it is the record's, as Intercom knows the browser's.
    /// </summary>
    public static CustomerProfile Customer(RecordedConversation record) => new(
        record.Id,
        record.Contact.Role,
        record.Contact.Name,
        record.Contact.Email,
        record.Turns.Any(turn => turn.Author == AuthorKind.Customer && turn.Text.Any(char.IsLetter)) ? null : record.Locale,
        record.Contact.Segments,
        [],
        [],
        record.Contact.CustomAttributes,
        null);

    /// <summary>Id of the message of a turn.</summary>
    public static string MessageId(int turn) => (turn + 1).ToString(CultureInfo.InvariantCulture);

    private static Message Message(RecordedConversation record, RecordedTurn turn, int index) => new(
        MessageId(index),
        MessageKind.Message,
        turn.Author switch
        {
            AuthorKind.Customer => new Author(AuthorKind.Customer, record.Id, record.Contact.Name),
            AuthorKind.Agent => new Author(AuthorKind.Agent, HumanId, null),
            _ => new Author(AuthorKind.Assistant, AssistantId, null),
        },
        turn.Text,
        ReplayClock.Now - s_sinceLast - ((record.Turns.Count - 1 - index) * s_apart),
        HasAttachments: turn.HasAttachments);
}
