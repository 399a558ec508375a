using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Sync;

namespace IntercomRag.Core.Tests.Knowledge.Sync;

public sealed class SyncScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly KnowledgeOptions Options = new();

    [Fact]
    public void IsFullSyncDue_NeverOrLongAgo_IsTrue()
    {
        SyncSchedule.IsFullSyncDue(SyncState.None, Options, Now).ShouldBeTrue();
        SyncSchedule.IsFullSyncDue(new SyncState(Now.AddDays(-7), null), Options, Now).ShouldBeTrue();
        SyncSchedule.IsFullSyncDue(new SyncState(Now.AddDays(-6), null), Options, Now).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(8, 120)]
    [InlineData(1000, 120)]
    public void DelayAfter_Failures_DoublesUpToTheCap(int failures, int seconds) =>
        SyncSchedule.DelayAfter(failures, Options).ShouldBe(TimeSpan.FromSeconds(seconds));
}
