using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Core.Conversations.Inbox;

public static class InboxProcessing
{
    /// <summary>
    /// Processes the inbox called <paramref name="inbox"/> in this process. Needs an <see cref="IInbox"/> and an
    /// <see cref="ILeaseHandler"/> registered under that name.
    /// </summary>
    /// <param name="inbox">One of <see cref="InboxNames"/>.</param>
    public static IHostApplicationBuilder AddInboxProcessor(this IHostApplicationBuilder builder, string inbox)
    {
        builder.Services.AddOptions<InboxProcessorOptions>()
            .BindConfiguration(InboxProcessorOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<InboxTelemetry>();

        // Not AddHostedService, which takes two services of one type, for two inboxes, for the same one.
        builder.Services.AddSingleton<IHostedService>(services => ActivatorUtilities.CreateInstance<InboxBacklog>(
            services, inbox, services.GetRequiredKeyedService<IInbox>(inbox)));
        builder.Services.AddSingleton<IHostedService>(services => ActivatorUtilities.CreateInstance<InboxProcessor>(
            services, inbox, services.GetRequiredKeyedService<IInbox>(inbox), services.GetRequiredKeyedService<ILeaseHandler>(inbox)));
        return builder;
    }
}
