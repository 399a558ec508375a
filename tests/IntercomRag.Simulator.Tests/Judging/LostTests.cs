using IntercomRag.Testing.Judging;
using static IntercomRag.Simulator.Tests.Judging.RecordBuilder;

namespace IntercomRag.Simulator.Tests.Judging;

public sealed class LostTests
{
    [Fact]
    public void Message_Answered_IsNotLost() => new RecordBuilder().Customer(0).Answer(1000).Broken().ShouldBeEmpty();

    [Fact]
    public void Message_NeverAnswered_IsLost() => new RecordBuilder().Customer(0).Broken().ShouldBe([Promise.NothingLost]);

    [Fact]
    public void Burst_NeverAnswered_LosesEachMessage() => new RecordBuilder().Customer(0).Customer(400).Judge().Count(Promise.NothingLost).ShouldBe(2);

    [Fact]
    public void Message_OfAHandedOverConversation_IsNotLost() =>
        new RecordBuilder().Customer(0).Note(900).HandsOver(950).Says(1000).Customer(5000).Broken().ShouldBeEmpty();

    [Fact]
    public void Message_OfAHumansConversation_IsNotLost() => new RecordBuilder().Customer(0).Human(500).Customer(5000).Broken().ShouldBeEmpty();

    [Fact]
    public void Message_HeldByAHumanWhoGaveBackWithoutAWord_IsLostWhenNobodyAnswers() =>
        new RecordBuilder().Customer(0).HumanAssigns(500, Receiver.Teammate).HumanAssigns(4000, Receiver.Assistant).Broken().ShouldBe([Promise.NothingLost]);

    [Fact]
    public void Message_AnsweredByTheHumanWhoGaveBack_IsNotLost() =>
        new RecordBuilder().Customer(0).Human(500).HumanAssigns(4000, Receiver.Assistant).Broken().ShouldBeEmpty();

    [Fact]
    public void Message_OfAClosedConversation_IsNotLost() => new RecordBuilder().Customer(0).HumanCloses(500).Broken().ShouldBeEmpty();

    [Fact]
    public void Message_AfterAClose_IsTheAssistantsAgain() =>
        new RecordBuilder().Customer(0).HumanCloses(500).Customer(9000).Broken().ShouldBe([Promise.NothingLost]);

    [Fact]
    public void Message_ThatTheReplyCannotHaveKnown_IsLostWithoutAnother() =>
        new RecordBuilder().Customer(0, GiftCards).Customer(1200, WaitingLists).Answer(1500, "1024", sent: 1000).Broken().ShouldBe([Promise.NothingLost]);

    [Fact]
    public void Message_ThatCrossedAReplyToSomethingElse_IsLostWithoutAnother() =>
        new RecordBuilder().Customer(0, GiftCards).Customer(900, WaitingLists).Answer(1000, "1024", read: 850).Broken().ShouldBe([Promise.NothingLost]);

    [Fact]
    public void Message_ThatCrossedAReplyToTheSame_IsAnswered() =>
        new RecordBuilder().Customer(0, GiftCards).Customer(900, GiftCards).Answer(1000, "1024", read: 850).Broken().ShouldBeEmpty();

    [Fact]
    public void Message_ThatTheReplyHadReadAndSaysNothingOf_IsAnswered() =>
        new RecordBuilder().Customer(0, GiftCards).Customer(900, WaitingLists).Answer(1000, "1024", read: 950).Broken().ShouldBeEmpty();
}
