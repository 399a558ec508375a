using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Api.Tests;

/// <summary>Remembers what was stored, de-duplicates like the real one, and fails or hangs on demand. Nothing is ever due.</summary>
internal sealed class RecordingInbox : IInbox
{
    private readonly Lock _gate = new();
    private readonly List<(InboxItem Item, BurstWindow Window)> _stored = [];
    private readonly HashSet<string> _seen = [];

    /// <summary>Called before every store; throws or waits for what a test wants to see.</summary>
    public Func<CancellationToken, Task> BeforeStoring { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<(InboxItem Item, BurstWindow Window)> Stored
    {
        get
        {
            lock (_gate)
            {
                return [.. _stored];
            }
        }
    }

    public async Task<EnqueueResult> EnqueueAsync(InboxItem item, BurstWindow window, CancellationToken cancellationToken)
    {
        await BeforeStoring(cancellationToken);
        lock (_gate)
        {
            if (item.DeduplicationIds.Any(_seen.Contains))
            {
                return EnqueueResult.Duplicate;
            }

            _seen.UnionWith(item.DeduplicationIds);
            _stored.Add((item, window));
            return EnqueueResult.Stored;
        }
    }

    public Task<InboxLease?> LeaseAsync(CancellationToken cancellationToken) => Task.FromResult<InboxLease?>(null);

    public Task<InboxDepth> MeasureAsync(CancellationToken cancellationToken) => Task.FromResult(new InboxDepth(Stored.Count, 0, 0));

    public Task<IReadOnlyList<SubjectKey>> ListUnfinishedAsync(TimeSpan olderThan, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SubjectKey>>([]);

    public Task<bool> RenewAsync(InboxLease lease, CancellationToken cancellationToken) => throw NothingLeased();

    public Task<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken) => throw NothingLeased();

    public Task<bool> SaveCheckpointAsync(InboxLease lease, string checkpoint, CancellationToken cancellationToken) => throw NothingLeased();

    public Task<bool> DeferAsync(InboxLease lease, TimeSpan delay, CancellationToken cancellationToken) => throw NothingLeased();

    public Task<RetryResult> RetryAsync(InboxLease lease, LeaseFailure failure, CancellationToken cancellationToken) => throw NothingLeased();

    private static InvalidOperationException NothingLeased() => new("Nothing was leased from this inbox.");
}
