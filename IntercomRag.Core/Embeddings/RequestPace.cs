namespace IntercomRag.Core.Embeddings;

/// <summary>Keeps requests at least a fixed time apart.</summary>
internal sealed class RequestPace(int perMinute, TimeProvider time)
{
    private readonly TimeSpan _apart = TimeSpan.FromMinutes(1) / perMinute;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = _next - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        _next = time.GetUtcNow() + _apart;
    }
}
