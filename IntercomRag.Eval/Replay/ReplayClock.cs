namespace IntercomRag.Eval.Replay;

/// <summary>A clock that stands still: a Monday morning in the opening hours. Nothing of a replayed turn depends on when, or how fast, it runs.</summary>
public sealed class ReplayClock : TimeProvider
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 5, 9, 30, 0, TimeSpan.Zero);

    public static DateTimeOffset Now => s_now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => s_now;

    public override long GetTimestamp() => s_now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new StoppedTimer();

    private sealed class StoppedTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
