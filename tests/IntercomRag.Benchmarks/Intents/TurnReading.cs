using System.Globalization;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Policies;

namespace IntercomRag.Benchmarks.Intents;

/// <summary>Reads a recorded conversation as a turn does.</summary>
internal sealed class TurnReading(TurnReader reader, int history)
{
    private static readonly CustomerProfile Customer = new("c", CustomerRole.User, null, null, null, [], [], [], new Dictionary<string, string>(), null);

    public static TurnReading Create(PolicySet policies)
    {
        var signals = new SignalReader(policies);
        var reader = new TurnReader(policies, signals, new LanguageDetector(policies), new Frustration(signals), new CustodyReader(policies.Assistant, new AssistantIdentity("a")));
        return new TurnReading(reader, policies.Assistant.History.Messages);
    }

    public TurnUnderstanding Read(LabelledCase item)
    {
        var messages = item.Turns.Select((turn, i) => new Message(
            i.ToString(CultureInfo.InvariantCulture),
            MessageKind.Message,
            new Author(turn.IsCustomer ? AuthorKind.Customer : AuthorKind.Assistant, "a", null),
            turn.Text,
            DateTimeOffset.UnixEpoch.AddSeconds(i)));
        var conversation = new Conversation("1", "c", true, null, null, [], [.. messages]);
        return reader.Read(TurnLoader.Create(new SubjectKey("data", "1"), conversation, Customer, ConversationMemory.Empty, history));
    }
}
