using IntercomRag.Testing.Judging;

namespace IntercomRag.Simulator.Tests.Judging;

public sealed class ReplyTimeTests
{
    [Fact]
    public void ReplyTime_OfABurst_CountsFromItsLastMessage() =>
        new RecordBuilder().Customer(0).Customer(600).Answer(1500).Judge().ReplyTimes.ShouldHaveSingleItem().Elapsed.ShouldBe(TimeSpan.FromMilliseconds(900));

    [Fact]
    public void ReplyTime_OfWhatAHumanHeld_IsNotMeasured() =>
        new RecordBuilder().Customer(0).HumanAssigns(100, Receiver.Teammate).Customer(500).HumanAssigns(4000, Receiver.Assistant).Answer(5000)
            .Judge().ReplyTimes.ShouldBeEmpty();
}
