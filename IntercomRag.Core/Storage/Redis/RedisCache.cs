using System.Text.Json;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>Values as JSON under <c>cache:…</c>.</summary>
public sealed partial class RedisCache(RedisConnection connection, ILogger<RedisCache> logger) : ICache
{
    public async Task<T?> GetAsync<T>(string key, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var value = await connection.RunAsync(database => database.StringGetAsync(Name(key)), cancellationToken);
            return value.IsNull ? null : JsonSerializer.Deserialize<T>((string)value!, JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or JsonException)
        {
            LogMissed(key, exception);
            return null;
        }
    }

    public Task SetAsync<T>(string key, T value, TimeSpan timeToLive, CancellationToken cancellationToken)
        where T : class
    {
        var json = JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
        return TryAsync(key, database => database.StringSetAsync(Name(key), json, timeToLive), cancellationToken);
    }

    public Task RemoveAsync(string key, CancellationToken cancellationToken) =>
        TryAsync(key, database => database.KeyDeleteAsync(Name(key)), cancellationToken);

    private async Task TryAsync(string key, Func<IDatabase, Task<bool>> operation, CancellationToken cancellationToken)
    {
        try
        {
            await connection.RunAsync(operation, cancellationToken);
        }
        catch (StorageUnavailableException exception)
        {
            LogMissed(key, exception);
        }
    }

    private static RedisKey Name(string key) => $"cache:{key}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The cache could not serve {Key}")]
    private partial void LogMissed(string key, Exception exception);
}
