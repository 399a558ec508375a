using IntercomRag.Core.CatchUp;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntercomRag.Worker;

public static class CatchUpWorkerRegistration
{
    /// <summary>Adds the catch-up on its interval, and the health check <c>catch_up</c>. Needs the Intercom client and the Redis storage.</summary>
    public static IHostApplicationBuilder AddCatchUpWorker(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CatchUpOptions>()
            .BindConfiguration(CatchUpOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<UnfinishedSweep>();
        builder.Services.AddSingleton<WaitingSearch>();
        builder.Services.AddSingleton<CatchUpRound>();
        builder.Services.AddSingleton<CatchUpStatus>();
        builder.Services.AddHostedService<CatchUpService>();
        builder.Services.AddHealthChecks().AddCheck<CatchUpStatus>("catch_up");
        return builder;
    }
}
