using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Testing;
using IntercomRag.Testing.Logging;
using IntercomRag.Testing.Webhooks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Api.Tests;

/// <summary>The whole service with inboxes in memory, a clock that stands still, and everything that it logs.</summary>
public sealed class ApiFactory : WebApplicationFactory<Program>
{
    public const string ClientSecret = "test-client-secret";

    internal RecordingInbox Conversations { get; } = new();

    internal RecordingInbox Articles { get; } = new();

    internal CapturedLogs Logs { get; } = new();

    internal FakeTimeProvider Time { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // For the tests that ask for a real server; a port of their own each.
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.UseSetting("ConnectionStrings:cache", "127.0.0.1:1");
        builder.UseSetting("ConnectionStrings:vectors", $"Endpoint=file://{Path.GetTempPath()}intercomrag-{Guid.NewGuid():N}.db;Key=");
        builder.UseSetting("Intercom:ClientSecret", ClientSecret);
        builder.UseSetting("Intercom:AccessToken", "test-access-token");
        builder.UseSetting("Intercom:BotAdminId", WebhookSamples.BotAdminId);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Trace));
        builder.ConfigureTestServices(services =>
        {
            // Nothing is taken out of the inboxes here: what polls them would set timers on the clock that tests wait for.
            foreach (var processing in services.Where(IsInboxProcessing).ToList())
            {
                services.Remove(processing);
            }

            services.AddSingleton<TimeProvider>(Time);
            services.AddKeyedSingleton<IInbox>(InboxNames.Conversations, Conversations);
            services.AddKeyedSingleton<IInbox>(InboxNames.Articles, Articles);
        });
    }

    private static bool IsInboxProcessing(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service is { IsKeyedService: false, ImplementationFactory.Method.DeclaringType.FullName: { } factory }
        && factory.StartsWith(typeof(InboxProcessing).FullName!, StringComparison.Ordinal);
}
