using IntercomRag.Core.Conversations;
using IntercomRag.Core.Policies;
using IntercomRag.Eval.Recorded;
using IntercomRag.Eval.Replay;
using IntercomRag.Testing;

namespace IntercomRag.Eval.Tests.Replay;

public sealed class ReplayMemoryTests
{
    private static readonly PolicySet s_policies = PolicyReader.Read(Path.Combine(RepositoryRoot.Folder, "policies"));

    [Fact]
    public void Before_AfterAnOffer_RemembersIt()
    {
        var memory = Before("Rien ne marche", Text("fr", MessageKey.OfferHuman), "oui");

        (memory.Offer, memory.Clarifications, memory.HandledUpTo).ShouldBe((true, 0, "1"));
    }

    [Fact]
    public void Before_AfterQuestionsBack_CountsThem() =>
        Before("help", Text("en", MessageKey.Clarify), "it", Text("en", MessageKey.Clarify), "that").Clarifications.ShouldBe(2);

    [Fact]
    public void Before_AfterAnAnswer_CountsNoOlderQuestion() =>
        Before("help", Text("en", MessageKey.Clarify), "the invoices", "Here is what our Help Center says about it: …", "thanks").Clarifications.ShouldBe(0);

    [Fact]
    public void Before_AfterAHandover_RemembersIt() =>
        Before("a human please", Text("en", MessageKey.HandoverHumanRequest, tone => tone.Replace("{team}", "Billing", StringComparison.Ordinal)), "still there?")
            .HandedOver.ShouldBeTrue();

    [Fact]
    public void Before_FirstMessage_IsEmpty() => Before("hello").ShouldBe(ConversationMemory.Empty);

    private static string Text(string language, MessageKey key, Func<string, string>? change = null) =>
        (change ?? (text => text))(s_policies.Messages.Text(language, key));

    // The customer's and the assistant's words in turn.
    private static ConversationMemory Before(params string[] texts) => new ReplayMemory(s_policies).Before(Turns.Record() with
    {
        Turns = [.. texts.Select((text, i) => new RecordedTurn(i % 2 == 0 ? AuthorKind.Customer : AuthorKind.Assistant, text, false))],
    });
}
