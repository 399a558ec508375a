using System.Collections.Concurrent;
using System.Reflection;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Sabotage;

/// <summary>Gives every lease to two processors, and lets nobody know that a lease is lost.</summary>
public class SharedLeases : Interceptor<IInbox>
{
    private readonly ConcurrentQueue<InboxLease> _seconds = new();

    public static IInbox Around(IInbox inbox) => Wrap<SharedLeases>(inbox);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        nameof(IInbox.LeaseAsync) => LeaseAsync((CancellationToken)args![^1]!),
        nameof(IInbox.RetryAsync) => RetryAsync((Task<RetryResult>)base.Invoke(targetMethod, args)!),

        // Renewing, completing, storing a checkpoint: what answers false when the lease is lost.
        _ when targetMethod.ReturnType == typeof(Task<bool>) => HeldAsync((Task<bool>)base.Invoke(targetMethod, args)!),
        _ => base.Invoke(targetMethod, args),
    };

    private async Task<InboxLease?> LeaseAsync(CancellationToken cancellationToken)
    {
        if (_seconds.TryDequeue(out var second))
        {
            return second;
        }

        var first = await Inner.LeaseAsync(cancellationToken);
        if (first is not null)
        {
            _seconds.Enqueue(first);
        }

        return first;
    }

    private static async Task<RetryResult> RetryAsync(Task<RetryResult> retry) =>
        await retry is var result and not RetryResult.LeaseLost ? result : RetryResult.Scheduled;

    private static async Task<bool> HeldAsync(Task<bool> held)
    {
        await held;
        return true;
    }
}
