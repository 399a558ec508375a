using IntercomRag.Testing.Judging;
using static IntercomRag.Simulator.Tests.Judging.RecordBuilder;

namespace IntercomRag.Simulator.Tests.Judging;

public sealed class OrderTests
{
    [Fact]
    public void Reply_ToAnOlderQuestionAfterANewerWasAnswered_IsOutOfOrder() =>
        new RecordBuilder().Customer(0, GiftCards).Customer(1000, WaitingLists).Answer(2000, "1019").Customer(3000).Answer(4000, "1024")
            .Broken().ShouldBe([Promise.InOrder]);

    [Fact]
    public void Reply_ToAQuestionThatWasPutAgain_IsInOrder() =>
        new RecordBuilder().Customer(0, GiftCards).Customer(1000, WaitingLists).Answer(2000, "1019").Customer(3000, GiftCards).Answer(4000, "1024")
            .Broken().ShouldBeEmpty();
}
