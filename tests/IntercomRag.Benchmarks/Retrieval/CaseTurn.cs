using System.Globalization;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Benchmarks.Retrieval;

/// <summary>A recorded conversation as the turn that answers its last message.</summary>
internal static class CaseTurn
{
    private const int HistoryLimit = 15;

    public static Turn Of(DataSetCase item)
    {
        var customer = new CustomerProfile("c", CustomerRole.User, null, null, item.Locale, [], [], [], new Dictionary<string, string>(), null);
        var messages = item.Turns.Select((turn, i) => new Message(
            i.ToString(CultureInfo.InvariantCulture),
            MessageKind.Message,
            new Author(turn.IsCustomer ? AuthorKind.Customer : AuthorKind.Assistant, "a", null),
            turn.Text,
            DateTimeOffset.UnixEpoch.AddSeconds(i)));
        var conversation = new Conversation(item.Id, "c", true, null, null, [], [.. messages]);
        return TurnLoader.Create(new SubjectKey("data", item.Id), conversation, customer, ConversationMemory.Empty, HistoryLimit);
    }
}
