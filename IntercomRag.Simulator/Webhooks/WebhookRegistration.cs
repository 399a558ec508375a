using IntercomRag.Simulator.Workspace;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Webhooks;

public static class WebhookRegistration
{
    public static IHostApplicationBuilder AddWebhooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebhookOptions>()
            .BindConfiguration(WebhookOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        // Tries and time-outs are Intercom's rules, kept by the dispatcher: no resilience handler may add its own.
        builder.Services.AddSingleton(services => new WebhookTarget(
            new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
            {
                Timeout = Timeout.InfiniteTimeSpan,
            },
            services.GetRequiredService<IOptions<SimulatorOptions>>(),
            services.GetRequiredService<IOptions<WebhookOptions>>(),
            services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<NotificationFactory>();
        builder.Services.AddSingleton<DeliveryLog>();
        builder.Services.AddSingleton<Subscription>();
        builder.Services.AddSingleton<WebhookQueue>();
        builder.Services.AddSingleton<IWorkspaceListener>(services => services.GetRequiredService<WebhookQueue>());
        builder.Services.AddHostedService<WebhookDispatcher>();
        return builder;
    }
}
