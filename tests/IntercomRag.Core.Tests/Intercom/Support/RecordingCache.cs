using IntercomRag.Core.Storage;

namespace IntercomRag.Core.Tests.Intercom.Support;

/// <summary>Never has anything, and remembers how long it was asked to keep what.</summary>
internal sealed class RecordingCache : ICache
{
    public Dictionary<string, TimeSpan> Kept { get; } = [];

    public Task<T?> GetAsync<T>(string key, CancellationToken cancellationToken)
        where T : class => Task.FromResult<T?>(null);

    public Task SetAsync<T>(string key, T value, TimeSpan timeToLive, CancellationToken cancellationToken)
        where T : class
    {
        Kept[key] = timeToLive;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;
}
