using IntercomRag.Testing.Judging;

namespace IntercomRag.Simulator.Tests.Judging;

public sealed class AfterHumanTests
{
    [Fact]
    public void Reply_LongAfterAHuman_BreaksTheSilence() =>
        new RecordBuilder().Customer(0).Human(500).Answer(1000).Broken().ShouldBe([Promise.SilentAfterHuman]);

    [Fact]
    public void Reply_AfterATakeover_BreaksTheSilence() =>
        new RecordBuilder().Customer(0).HumanAssigns(500, Receiver.Teammate).Answer(1000).Broken().ShouldBe([Promise.SilentAfterHuman]);

    [Fact]
    public void Reply_AfterAClose_BreaksTheSilence() =>
        new RecordBuilder().Customer(0).HumanCloses(500).Answer(1000).Broken().ShouldBe([Promise.SilentAfterHuman]);

    [Fact]
    public void Assignment_AfterAHuman_BreaksTheSilence() =>
        new RecordBuilder().Customer(0).Note(400).Human(500).HandsOver(1000).Broken().ShouldBe([Promise.SilentAfterHuman]);

    [Fact]
    public void Reply_AfterAGiveBack_IsAllowed() =>
        new RecordBuilder().Customer(0).HumanAssigns(500, Receiver.Teammate).HumanAssigns(800, Receiver.Assistant).Answer(1500).Broken().ShouldBeEmpty();

    [Fact]
    public void Reply_ThatCrossedAHuman_IsCountedApart()
    {
        var verdict = new RecordBuilder().Customer(0).Human(900).Answer(1000, read: 850).Judge();

        verdict.Violations.ShouldBeEmpty();
        verdict.Crossed.ShouldBe([TimeSpan.FromMilliseconds(100)]);
    }

    [Fact]
    public void Reply_ThatWasSentBeforeAHumanAndTookEffectLate_IsCountedApart() =>
        new RecordBuilder().Customer(0).Human(900).Answer(2000, sent: 800).Judge().Crossed.ShouldBe([TimeSpan.FromMilliseconds(-100)]);

    [Fact]
    public void Reply_AfterItsOwnHandover_BreaksTheSilence() =>
        new RecordBuilder().Customer(0).Note(900).HandsOver(950).Says(1000).Customer(5000).Answer(6000).Broken().ShouldBe([Promise.SilentAfterHuman]);

    [Fact]
    public void Reply_ThatHadReadTheHumansWord_BreaksTheSilenceHoweverSoon() =>
        new RecordBuilder().Customer(0).Human(900).Answer(1000, read: 950).Broken().ShouldBe([Promise.SilentAfterHuman]);
}
