using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// Calls a script for many at once: calls that come while others are under way wait for those, and then go together, as one script that
/// <c>batch.lua</c> makes of them. A call that is alone goes alone and at once. All keys have to be of one group.
/// </summary>
internal sealed class BatchedScript(RedisScript single, RedisConnection connection)
{
    /// <summary>Enough that the wait for the disk is shared; a batch takes milliseconds, in which the server does nothing else.</summary>
    private const int BatchSize = 64;

    /// <summary>Calls that wait at most. Whoever gives up waiting is left out, so that only a server that hangs ever fills it.</summary>
    private const int Capacity = 4096;

    private readonly Lock _gate = new();
    private readonly Queue<PendingCall> _waiting = new();
    private readonly RedisScript _batch = single.Repeated();
    private bool _running;

    /// <exception cref="StorageUnavailableException">It did not succeed. It may still have been carried out.</exception>
    public Task<RedisResult> EvaluateAsync(ScriptCall call, CancellationToken cancellationToken)
    {
        var pending = new PendingCall(call, cancellationToken);
        lock (_gate)
        {
            if (_waiting.Count >= Capacity)
            {
                throw new StorageUnavailableException(
                    $"Redis ({RedisOptions.ConnectionName}) has fallen behind.", new TimeoutException($"{Capacity} calls are waiting for it."));
            }

            _waiting.Enqueue(pending);
            if (_running)
            {
                return pending.Result;
            }

            _running = true;
        }

        _ = RunAllAsync();
        return pending.Result;
    }

    private async Task RunAllAsync()
    {
        while (Take() is { Count: > 0 } calls)
        {
            await RunAsync(calls);
        }
    }

    private List<PendingCall> Take()
    {
        var calls = new List<PendingCall>();
        lock (_gate)
        {
            while (calls.Count < BatchSize && _waiting.TryDequeue(out var call))
            {
                if (!call.TryGiveUp())
                {
                    calls.Add(call);
                }
            }

            _running = calls.Count > 0;
        }

        return calls;
    }

    private async Task RunAsync(List<PendingCall> calls)
    {
        if (calls.Count == 1)
        {
            await calls[0].CompleteAsync(RunAsync(single, calls[0].Call));
            return;
        }

        RedisResult[] results;
        try
        {
            results = (RedisResult[])(await RunAsync(_batch, Join(calls)))!;
        }
        catch (StorageUnavailableException refused) when (refused.InnerException is RedisServerException)
        {
            // One call that the server refuses, such as for a damaged key, must not take the others with it.
            foreach (var call in calls)
            {
                await call.CompleteAsync(RunAsync(single, call.Call));
            }

            return;
        }
        catch (Exception failure)
        {
            foreach (var call in calls)
            {
                await call.CompleteAsync(Task.FromException<RedisResult>(failure));
            }

            return;
        }

        foreach (var (call, result) in calls.Zip(results))
        {
            await call.CompleteAsync(Task.FromResult(result));
        }
    }

    private Task<RedisResult> RunAsync(RedisScript script, ScriptCall call) =>
        connection.WriteAsync(database => script.EvaluateAsync(database, call.Keys, call.Values), CancellationToken.None);

    private static ScriptCall Join(List<PendingCall> calls) => new(
        [.. calls.SelectMany(one => one.Call.Keys)],
        [calls.Count, .. calls.SelectMany(one => (RedisValue[])[one.Call.Keys.Length, one.Call.Values.Length, .. one.Call.Values])]);
}
