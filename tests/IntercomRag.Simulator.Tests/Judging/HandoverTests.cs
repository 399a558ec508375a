using IntercomRag.Testing.Judging;

namespace IntercomRag.Simulator.Tests.Judging;

public sealed class HandoverTests
{
    [Fact]
    public void Handover_NoteAlone_IsIncomplete() =>
        new RecordBuilder().Customer(0).Note(900).Says(1000).Broken().ShouldBe([Promise.HandoverCompleted]);

    [Fact]
    public void Handover_WithoutMessage_IsIncomplete() =>
        new RecordBuilder().Customer(0).Note(900).HandsOver(950).Broken().ShouldBe([Promise.HandoverCompleted]);

    [Fact]
    public void Handover_WithoutNote_IsIncomplete() =>
        new RecordBuilder().Customer(0).HandsOver(950).Says(1000).Broken().ShouldBe([Promise.HandoverCompleted]);

    [Fact]
    public void Handover_WithoutMessageBecauseAHumanCameIn_IsComplete() =>
        new RecordBuilder().Customer(0).Note(900).HandsOver(950).Human(960).Broken().ShouldBeEmpty();

    [Fact]
    public void Handover_BegunAgainAfterAGiveBack_IsJudgedByItself() =>
        new RecordBuilder().Customer(0).Note(900).HumanAssigns(910, Receiver.Teammate).HumanAssigns(4000, Receiver.Assistant)
            .Note(5000).HandsOver(5050).Broken().ShouldBe([Promise.HandoverCompleted]);

    [Fact]
    public void Handover_WithAGiveBackOfWhatNobodyHadTaken_IsOne() =>
        new RecordBuilder().Customer(0).Note(900).HumanAssigns(910, Receiver.Assistant).HandsOver(950).Says(1000).Broken().ShouldBeEmpty();

    [Fact]
    public void Handover_GivenBackBeforeItsMessage_IsEnded() =>
        new RecordBuilder().Customer(0).Note(900).HandsOver(950).HumanAssigns(2000, Receiver.Assistant).Says(3000).Broken().ShouldBeEmpty();

    [Fact]
    public void Handover_LeftAfterItsNoteAndFinishedAfterAGiveBack_IsComplete() =>
        new RecordBuilder().Customer(0).Note(900).HumanCloses(950).HumanAssigns(4000, Receiver.Assistant).HandsOver(5000).Says(5050).Broken().ShouldBeEmpty();
}
