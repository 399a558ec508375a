using IntercomRag.AppHost.LocalHosting.Model;

namespace Aspire.Hosting;

/// <summary>Redis in the model.</summary>
public static class RedisBuilderExtensions
{
    /// <summary>Adds a cache. Its password is <c>Parameters:NAME-password</c>, or drawn anew for each run.</summary>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name)
    {
        var local = (LocalApplicationBuilder)builder;
        return local.Add(new RedisResource(name, local.Parameter($"{name}-password") ?? GeneratedPassword.Create()));
    }

    /// <summary>Does nothing here: this host always keeps the data, in its data folder.</summary>
    public static IResourceBuilder<RedisResource> WithDataVolume(this IResourceBuilder<RedisResource> builder, string? name = null) => builder;

    /// <summary>Does nothing here: Garnet's append-only file is written with every operation.</summary>
    public static IResourceBuilder<RedisResource> WithPersistence(
        this IResourceBuilder<RedisResource> builder, TimeSpan? interval = null, long keysChangedThreshold = 1) => builder;
}
