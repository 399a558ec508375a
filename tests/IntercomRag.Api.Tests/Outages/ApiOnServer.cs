using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using IntercomRag.Api.Tests.Webhooks;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Testing;
using IntercomRag.Testing.Logging;
using IntercomRag.Testing.Webhooks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Api.Tests.Outages;

/// <summary>The whole service in real time on a real server, with turns that only note what they were given.</summary>
internal sealed class ApiOnServer(string redis, params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    private readonly NotingHandler _handler = new();

    public string IndexPath { get; } = Path.Combine(Directory.CreateTempSubdirectory("intercomrag-api-").FullName, "knowledge.db");

    public CapturedLogs Logs { get; } = new();

    /// <summary>Topics of the items of all turns that ended; a test gives each event a topic of its own in its subject.</summary>
    public IReadOnlyCollection<string> Handled => _handler.Subjects;

    /// <summary>While set, turns fail as though Intercom were away.</summary>
    public bool TurnsFail { set => _handler.Fails = value; }

    public static byte[] Event(string conversation)
    {
        var item = WebhookSamples.Conversation(WebhookSamples.Part("lead", WebhookSamples.ContactId, id: $"part-{conversation}"));
        item["id"] = conversation;
        return System.Text.Encoding.UTF8.GetBytes(WebhookSamples.Envelope("conversation.user.replied", item).ToJsonString());
    }

    /// <summary>What <c>/health</c> says of each check.</summary>
    public static async Task<(HttpStatusCode Status, IReadOnlyDictionary<string, string> Checks)> HealthAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/health", TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, json.RootElement.GetProperty("checks").EnumerateObject().ToDictionary(check => check.Name, check => check.Value.GetString()!));
    }

    /// <summary>Delivers an event until it is taken, as Intercom does: a busy machine may be too slow the first time.</summary>
    public static Task StoreAsync(HttpClient client, string conversation) => Eventually.HoldsAsync(
        async () =>
        {
            using var answer = await client.SendSignedAsync(Event(conversation));
            return answer.StatusCode == HttpStatusCode.OK;
        },
        TimeSpan.FromSeconds(30),
        TestContext.Current.CancellationToken);

    public static async Task<HttpStatusCode> AliveAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/alive", TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:cache", redis);
        builder.UseSetting("ConnectionStrings:vectors", $"Endpoint=file://{IndexPath};Key=");
        builder.UseSetting("Intercom:ClientSecret", ApiFactory.ClientSecret);
        builder.UseSetting("Intercom:AccessToken", "test-access-token");
        builder.UseSetting("Intercom:BotAdminId", WebhookSamples.BotAdminId);
        builder.UseSetting("Webhook:MessageQuiet", "00:00:00");
        builder.UseSetting("Inbox:RetryDelay", "00:00:00.100");
        builder.UseSetting("Inbox:RetryCap", "00:00:01");
        builder.UseSetting("InboxProcessor:OutagePauseCap", "00:00:00.500");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureTestServices(services => services.AddKeyedSingleton<ILeaseHandler>(InboxNames.Conversations, _handler));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(IndexPath)!, recursive: true);
    }

    private sealed class NotingHandler : ILeaseHandler
    {
        private readonly ConcurrentDictionary<string, byte> _subjects = new();

        public volatile bool Fails;

        public IReadOnlyCollection<string> Subjects => [.. _subjects.Keys];

        public Task<LeaseResult> HandleAsync(InboxLease lease, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                return Task.FromResult(LeaseResult.Again(TimeSpan.FromMilliseconds(200)));
            }

            _subjects.TryAdd(lease.Subject.Id, 0);
            return Task.FromResult(LeaseResult.Done);
        }
    }
}
