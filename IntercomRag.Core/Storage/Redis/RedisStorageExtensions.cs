using IntercomRag.Core.CatchUp;
using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Models.Budget;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Storage.Redis;

public static class RedisStorageExtensions
{
    /// <summary>
    /// Adds what lives in Redis at <c>ConnectionStrings__cache</c>: an <see cref="IInbox"/> and its <see cref="IDeadLetters"/> for each
    /// of <see cref="InboxNames"/> as their key, all dead letters as one without a key, <see cref="ICache"/>,
    /// <see cref="IConversationStateStore"/>, <see cref="ICatchUpStore"/>, <see cref="IModelLedger"/>, and the health check <c>redis</c>.
    /// </summary>
    public static IHostApplicationBuilder AddRedisStorage(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RedisOptions>()
            .BindConfiguration(RedisOptions.Section)
            .Configure<IConfiguration>((redis, configuration) =>
                redis.ConnectionString = configuration.GetConnectionString(RedisOptions.ConnectionName) ?? "")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<RedisOptions>, ValidateRedisOptions>();
        services.AddOptions<InboxOptions>()
            .BindConfiguration(InboxOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RedisConnection>();
        foreach (var inbox in InboxNames.All)
        {
            services.AddInbox(inbox);
        }

        services.AddSingleton<IDeadLetters>(provider =>
            new EveryDeadLetter([.. InboxNames.All.Select(inbox => provider.GetRequiredKeyedService<IDeadLetters>(inbox))]));
        services.AddSingleton<ICache, RedisCache>();
        services.AddSingleton<IConversationStateStore, RedisConversationStateStore>();
        services.AddSingleton<ICatchUpStore, RedisCatchUpStore>();
        services.AddSingleton<IModelLedger, RedisModelLedger>();
        services.AddHealthChecks().AddCheck<RedisHealthCheck>("redis");
        return builder;
    }

    private static void AddInbox(this IServiceCollection services, string name)
    {
        services.AddKeyedSingleton(name, (provider, _) => ActivatorUtilities.CreateInstance<RedisDeadLetters>(provider, name));
        services.AddKeyedSingleton<IDeadLetters>(name, (provider, _) => provider.GetRequiredKeyedService<RedisDeadLetters>(name));
        services.AddKeyedSingleton<IInbox>(name, (provider, _) => ActivatorUtilities.CreateInstance<RedisInbox>(
            provider, name, provider.GetRequiredKeyedService<RedisDeadLetters>(name)));
    }
}
