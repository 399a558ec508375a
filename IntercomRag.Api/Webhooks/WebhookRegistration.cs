using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        return builder;
    }
}
