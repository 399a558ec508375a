namespace IntercomRag.Testing;

/// <summary>
/// A clock that only <see cref="Advance"/> moves. Timers, and with them <c>Task.Delay</c> and <c>WaitAsync</c> with a time provider, fire on the
/// thread that advances it, in the order in which they are due.
/// </summary>
public sealed class FakeTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now = start;

    /// <summary>Starts at a fixed moment, so that a failure can be repeated.</summary>
    public FakeTimeProvider()
        : this(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Timers that wait. A test waits for it with <see cref="Eventually"/> before it advances, so that no timer starts too late.</summary>
    public int WaitingTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, stopping at each timer that becomes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = GetUtcNow() + by;
        while (TakeNextDue(target) is { } timer)
        {
            // Outside the lock: a callback may create or change timers, or resume the code under test.
            timer.Fire();
        }

        lock (_gate)
        {
            _now = _now > target ? _now : target;
        }
    }

    /// <summary>
    /// Moves the clock to the next timer and no further: what goes on because of it may start timers of its own on this very thread, and a longer step
    /// would fire those too.
    /// </summary>
    public void AdvanceToNextTimer()
    {
        TimeSpan by;
        lock (_gate)
        {
            by = _timers.Count > 0 ? _timers.Min(timer => timer.DueAt) - _now : throw new InvalidOperationException("No timer waits.");
        }

        Advance(by > TimeSpan.Zero ? by : TimeSpan.Zero);
    }

    private FakeTimer? TakeNextDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.DueAt <= target).MinBy(timer => timer.DueAt);
            if (next is null)
            {
                return null;
            }

            _now = _now > next.DueAt ? _now : next.DueAt;
            Schedule(next, next.Period, next.Period);
            return next;
        }
    }

    private void Schedule(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            timer.Period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.DueAt = _now + dueTime;
                _timers.Add(timer);
            }
        }
    }

    private sealed class FakeTimer(FakeTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _disposed;

        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; set; }

        public void Fire()
        {
            if (!_disposed)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_disposed)
            {
                return false;
            }

            // A period of zero means "once" for a real timer.
            clock.Schedule(this, dueTime, period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period);
            return true;
        }

        public void Dispose()
        {
            _disposed = true;
            clock.Schedule(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
