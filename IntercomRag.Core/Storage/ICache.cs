namespace IntercomRag.Core.Storage;

/// <summary>Keeps small values that can be fetched again. A cache that is broken or unreachable is an empty one: no member fails for it.</summary>
public interface ICache
{
    /// <summary>Null when nothing is stored, it has expired, or it cannot be read.</summary>
    Task<T?> GetAsync<T>(string key, CancellationToken cancellationToken)
        where T : class;

    Task SetAsync<T>(string key, T value, TimeSpan timeToLive, CancellationToken cancellationToken)
        where T : class;

    Task RemoveAsync(string key, CancellationToken cancellationToken);
}
