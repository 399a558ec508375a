using System.Globalization;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

/// <summary>
/// Hands out the leases that a test puts in and notes every call with the seconds since the start: <c>10 renew demo:1</c>. The hooks
/// run before an answer is given, and may throw or wait.
/// </summary>
internal sealed class MemoryInbox(TimeProvider time) : IInbox
{
    private readonly Lock _gate = new();
    private readonly Queue<InboxLease> _due = new();
    private readonly List<string> _journal = [];
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private int _looks;
    private int _measurements;

    public Func<Task> BeforeLease { get; set; } = () => Task.CompletedTask;

    public Func<Task> BeforeSettling { get; set; } = () => Task.CompletedTask;

    /// <summary>Answers renewals: true, false for a lost lease, or an exception.</summary>
    public Func<Task<bool>> OnRenew { get; set; } = () => Task.FromResult(true);

    /// <summary>Answers completion, deferral and checkpoints: false for a lease that was lost unnoticed.</summary>
    public bool OnComplete { get; set; } = true;

    public RetryResult OnRetry { get; set; } = RetryResult.Scheduled;

    public LeaseFailure? LastFailure { get; private set; }

    /// <summary>How often a lease was asked for.</summary>
    public int Looks => Volatile.Read(ref _looks);

    /// <summary>How often the depth was asked for.</summary>
    public int Measurements => Volatile.Read(ref _measurements);

    public IReadOnlyList<string> Journal
    {
        get
        {
            lock (_gate)
            {
                return [.. _journal];
            }
        }
    }

    public void PutDue(string conversation, params InboxItem[] items)
    {
        lock (_gate)
        {
            _due.Enqueue(new InboxLease(new SubjectKey("demo", conversation), Token: 1, items, Attempt: 1, ExpiresAt: default));
        }
    }

    public async Task<InboxLease?> LeaseAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _looks);
        await BeforeLease();
        lock (_gate)
        {
            return _due.TryDequeue(out var lease) ? lease : null;
        }
    }

    public async Task<bool> RenewAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        Note($"renew {lease.Subject}");
        return await OnRenew();
    }

    public async Task<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        Note($"complete {lease.Subject}");
        await BeforeSettling();
        return OnComplete;
    }

    public async Task<bool> DeferAsync(InboxLease lease, TimeSpan delay, CancellationToken cancellationToken)
    {
        Note(string.Create(CultureInfo.InvariantCulture, $"defer {lease.Subject} by {delay.TotalSeconds:0.#}"));
        await BeforeSettling();
        return OnComplete;
    }

    public async Task<RetryResult> RetryAsync(InboxLease lease, LeaseFailure failure, CancellationToken cancellationToken)
    {
        Note($"retry {lease.Subject} {failure.Reason}{(failure.IsTransient ? " transient" : "")}");
        LastFailure = failure;
        await BeforeSettling();
        return OnRetry;
    }

    public Task<bool> SaveCheckpointAsync(InboxLease lease, string checkpoint, CancellationToken cancellationToken)
    {
        Note($"save {lease.Subject} {checkpoint}");
        return Task.FromResult(OnComplete);
    }

    public Task<InboxDepth> MeasureAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _measurements);
        return Task.FromResult(new InboxDepth(0, 0, 0));
    }

    public Task<EnqueueResult> EnqueueAsync(InboxItem item, BurstWindow window, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Tests put leases in with PutDue.");

    public Task<IReadOnlyList<SubjectKey>> ListUnfinishedAsync(TimeSpan olderThan, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The processor looks for nothing unfinished.");

    public void Note(string what)
    {
        lock (_gate)
        {
            _journal.Add(string.Create(CultureInfo.InvariantCulture, $"{(time.GetUtcNow() - _start).TotalSeconds:0.#} {what}"));
        }
    }
}
