using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>A call of a script that waits for its turn.</summary>
internal sealed class PendingCall(ScriptCall call, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<RedisResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ScriptCall Call => call;

    public Task<RedisResult> Result => _result.Task;

    /// <summary>True when nobody waits for it any more; it need not be carried out then.</summary>
    public bool TryGiveUp() => cancellationToken.IsCancellationRequested && _result.TrySetCanceled(cancellationToken);

    public async Task CompleteAsync(Task<RedisResult> outcome)
    {
        try
        {
            _result.SetResult(await outcome);
        }
        catch (Exception failure)
        {
            _result.SetException(failure);
        }
    }
}
