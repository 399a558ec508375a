using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Retrieval;
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
            // Nothing is taken out of the inboxes here, and no article asked for: what does would set timers on the clock that tests wait for.
            foreach (var polling in services.Where(Polls).ToList())
            {
                services.Remove(polling);
            }

            services.AddSingleton<TimeProvider>(Time);
            services.AddKeyedSingleton<IInbox>(InboxNames.Conversations, Conversations);
            services.AddKeyedSingleton<IInbox>(InboxNames.Articles, Articles);
        });
    }

    private static bool Polls(ServiceDescriptor service) => service is { ServiceType: var type, IsKeyedService: false } && type == typeof(IHostedService)
        && (service.ImplementationType == typeof(RetrievalUpkeep)
            || (service.ImplementationFactory?.Method.DeclaringType?.FullName?.StartsWith(typeof(InboxProcessing).FullName!, StringComparison.Ordinal) ?? false));
}
