using IntercomRag.Testing.Judging;
using static IntercomRag.Simulator.Tests.Judging.RecordBuilder;

namespace IntercomRag.Simulator.Tests.Judging;

public sealed class DoubledTests
{
    [Fact]
    public void Reply_SecondToTheSameMessage_IsDoubled() =>
        new RecordBuilder().Customer(0).Answer(1000).Answer(3000).Broken().ShouldBe([Promise.NothingDoubled]);

    [Fact]
    public void Reply_ToEachOfTwoMessages_IsNotDoubled() =>
        new RecordBuilder().Customer(0).Answer(1000).Customer(2000).Answer(3000).Broken().ShouldBeEmpty();

    [Fact]
    public void Reply_ToAMessageThatCrossedTheOneBefore_IsNotDoubled() =>
        new RecordBuilder().Customer(0, GiftCards).Customer(900, WaitingLists).Answer(1000, read: 850).Answer(2500, "1019").Broken().ShouldBeEmpty();

    [Fact]
    public void Buttons_AfterTheirMessage_ArePartOfIt() => new RecordBuilder().Customer(0).Says(1000).Buttons(1050).Broken().ShouldBeEmpty();

    [Fact]
    public void Buttons_Twice_AreDoubled() =>
        new RecordBuilder().Customer(0).Says(1000).Buttons(1050).Buttons(3000).Broken().ShouldBe([Promise.NothingDoubled]);

    [Fact]
    public void Note_SecondOfOneHandover_IsDoubled() =>
        new RecordBuilder().Customer(0).Note(900).Customer(1500).Note(2500).HandsOver(2600).Says(2700).Broken().ShouldBe([Promise.NothingDoubled]);

    [Fact]
    public void Assignment_SecondOfOneHandover_IsDoubled() =>
        new RecordBuilder().Customer(0).Note(900).HandsOver(950).HandsOver(1000).Says(1100).Broken().ShouldBe([Promise.NothingDoubled]);

    [Fact]
    public void Handover_AfterAGiveBack_IsAnotherOne() =>
        new RecordBuilder()
            .Customer(0).Note(900).HandsOver(950).Says(1000)
            .HumanAssigns(4000, Receiver.Assistant)
            .Customer(5000).Note(5900).HandsOver(5950).Says(6000)
            .Broken().ShouldBeEmpty();

    [Fact]
    public void Reply_ToAMessageThatTheOneBeforeHadRead_IsDoubled() =>
        new RecordBuilder().Customer(0, GiftCards).Customer(900, WaitingLists).Answer(1000, read: 950).Answer(2500, "1019")
            .Broken().ShouldBe([Promise.NothingDoubled]);
}
