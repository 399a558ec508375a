using IntercomRag.Core.CatchUp;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.Testing;
using IntercomRag.Testing.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Worker.Tests.CatchUp;

/// <summary>A host with the worker's catch-up, as one of several on the same workspace and the same Redis.</summary>
internal sealed class CatchUpWorker : IAsyncDisposable
{
    private readonly IHost _host;

    public CatchUpWorker(SimulatedWorkspace workspace, FakeTimeProvider time, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:cache", workspace.Garnet.ConnectionString),
            new("Intercom:BaseUrl", workspace.Address.ToString()),
            new("Intercom:AccessToken", SimulatedWorkspace.AccessToken),
            new("Intercom:BotAdminId", SimulatedWorkspace.Assistant),
            new("Intercom:Attempts", "1"),
            new("Redis:OperationTimeout", "00:00:04"),

            // Fake hours may pass until a condition holds.
            new("CatchUp:LookBack", "10.00:00:00"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddMetrics();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.AddRedisStorage();
        builder.AddIntercomClient();
        builder.AddCatchUpWorker();
        _host = builder.Build();
    }

    public CapturedLogs Log { get; } = new();

    public IInbox Inbox => _host.Services.GetRequiredKeyedService<IInbox>(InboxNames.Conversations);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task StartAsync() => _host.StartAsync(Cancel);

    public async Task<HealthStatus> HealthAsync() => (await _host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(
        check => check.Name == "catch_up", Cancel)).Status;

    public Task<CatchUpResult> TryRoundAsync() => _host.Services.GetRequiredService<CatchUpRound>().RunAsync(Cancel);

    /// <summary>A round that must be this worker's.</summary>
    public async Task<CatchUpReport> RoundAsync() => (await TryRoundAsync()).Report.ShouldNotBeNull();

    /// <summary>Leases everything that waits, and completes it.</summary>
    public async Task<IReadOnlyList<InboxItem>> DrainAsync()
    {
        var items = new List<InboxItem>();
        while (await Inbox.LeaseAsync(Cancel) is { } lease)
        {
            items.AddRange(lease.Items);
            (await Inbox.CompleteAsync(lease, Cancel)).ShouldBeTrue();
        }

        return items;
    }

    /// <summary>Leases what waits, and lets it fail for good.</summary>
    /// <param name="checkpoint">Stored first, as by a turn that has begun to write; null for none.</param>
    public async Task GiveUpAsync(string? checkpoint = null)
    {
        var lease = (await Inbox.LeaseAsync(Cancel)).ShouldNotBeNull();
        if (checkpoint is not null)
        {
            (await Inbox.SaveCheckpointAsync(lease, checkpoint, Cancel)).ShouldBeTrue();
        }

        (await Inbox.RetryAsync(lease, new LeaseFailure("broken"), Cancel)).ShouldBe(RetryResult.DeadLettered);
    }

    /// <summary>Forgets all that this and other workers stored.</summary>
    public Task ForgetAsync() => _host.Services.GetRequiredService<RedisConnection>().RunAsync(database => database.ExecuteAsync("FLUSHDB"), Cancel);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
