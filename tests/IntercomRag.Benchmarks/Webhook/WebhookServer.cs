using IntercomRag.Api.Webhooks;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Benchmarks.Webhook;

/// <summary>The API as it receives webhooks, with both inboxes emptied meanwhile by turns that do nothing.</summary>
internal sealed class WebhookServer(WebApplication app, CountingHandler handler) : IAsyncDisposable
{
    public Uri Address { get; } = new(app.Urls.Single());

    public int Handled => handler.Handled;

    public static async Task<WebhookServer> StartAsync(string cache, CancellationToken cancellationToken)
    {
        var handler = new CountingHandler();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Intercom:ClientSecret"] = SignedEvents.ClientSecret;
        builder.Configuration["ConnectionStrings:cache"] = cache;
        builder.AddServiceDefaults();
        builder.AddRedisStorage();
        builder.AddWebhook();
        foreach (var inbox in new[] { InboxNames.Conversations, InboxNames.Articles })
        {
            builder.Services.AddKeyedSingleton<ILeaseHandler>(inbox, handler);
            builder.AddInboxProcessor(inbox);
        }

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapWebhook();
        await app.StartAsync(cancellationToken);
        return new WebhookServer(app, handler);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
