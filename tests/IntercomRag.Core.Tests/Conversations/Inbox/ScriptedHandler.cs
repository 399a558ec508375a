using System.Collections.Concurrent;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

/// <summary>Holds every lease until the test says how its turn ends, and notes in the inbox's journal when it is cancelled.</summary>
internal sealed class ScriptedHandler(MemoryInbox inbox) : ILeaseHandler
{
    private readonly ConcurrentDictionary<SubjectKey, TaskCompletionSource<LeaseResult>> _turns = new();

    /// <summary>Turns that have not ended.</summary>
    public int Running => _turns.Count;

    public async Task<LeaseResult> HandleAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource<LeaseResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancellation = cancellationToken.Register(() =>
        {
            inbox.Note($"cancelled {lease.Subject}");
            turn.TrySetCanceled(cancellationToken);
        });
        _turns[lease.Subject] = turn;
        try
        {
            return await turn.Task;
        }
        finally
        {
            _turns.TryRemove(lease.Subject, out _);
        }
    }

    public void End(string conversation, LeaseResult result = default) => _turns[new SubjectKey("demo", conversation)].SetResult(result);

    public void Fail(string conversation, Exception failure) => _turns[new SubjectKey("demo", conversation)].SetException(failure);
}
