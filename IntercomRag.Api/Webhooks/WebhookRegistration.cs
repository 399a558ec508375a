using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntercomRag.Api.Webhooks;

public static class WebhookRegistration
{
    private const string MissingSecret =
        $"{IntercomOptions.Section}:{nameof(IntercomOptions.ClientSecret)} is not set, so the signatures of webhooks cannot be checked. "
        + "Set it to the client secret of the Intercom app (Developer Hub, Configure, Basic information), "
        + "for instance in the environment variable Intercom__ClientSecret.";

    /// <summary>
    /// Registers what <see cref="WebhookEndpoint"/> needs, except the two inboxes themselves, which the storage brings.
    /// </summary>
    public static IHostApplicationBuilder AddWebhook(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebhookOptions>()
            .BindConfiguration(WebhookOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddOptions<IntercomOptions>()
            .BindConfiguration(IntercomOptions.Section)
            .Validate(intercom => !string.IsNullOrWhiteSpace(intercom.ClientSecret), MissingSecret)
            .ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<WebhookReceiver>();
        foreach (var inbox in InboxNames.All)
        {
            builder.AddInboxHealth(inbox);
        }

        return builder;
    }

    private static void AddInboxHealth(this IHostApplicationBuilder builder, string inbox) =>
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            $"inbox-{inbox}",
            services => ActivatorUtilities.CreateInstance<InboxHealthCheck>(services, services.GetRequiredKeyedService<IInbox>(inbox)),
            failureStatus: null,
            tags: null));
}
