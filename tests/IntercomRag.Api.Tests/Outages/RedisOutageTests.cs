using System.Collections.Concurrent;
using System.Net;
using IntercomRag.Api.Tests.Webhooks;
using IntercomRag.Testing;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace IntercomRag.Api.Tests.Outages;

public sealed class RedisOutageTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(GarnetServer))]
    [InlineData(nameof(RedisServer))]
    public async Task Webhooks_ServerKilledInTheMiddle_EveryAcknowledgedOneIsHandled(string kind)
    {
        await using var server = Create(kind);
        await server.StartAsync(Token);
        await using var api = new ApiOnServer(server.ConnectionString);
        using var client = api.CreateClient();
        var acknowledged = new ConcurrentBag<string>();
        var answers = new ConcurrentBag<HttpStatusCode>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var senders = Enumerable.Range(0, 4).Select(sender => Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                var conversation = $"{sender}-{number}";
                using var answer = await client.SendSignedAsync(ApiOnServer.Event(conversation));
                answers.Add(answer.StatusCode);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    acknowledged.Add(conversation);
                }

                (await ApiOnServer.AliveAsync(client)).ShouldBe(HttpStatusCode.OK);
            }
        })).ToArray();
        for (var kill = 1; kill <= 2; kill++)
        {
            var before = acknowledged.Count;
            await Eventually.HoldsAsync(() => acknowledged.Count > before + 50, Deadline, Token);
            await server.KillAsync();
            var refused = answers.Count(answer => answer != HttpStatusCode.OK);
            await Eventually.HoldsAsync(() => answers.Count(answer => answer != HttpStatusCode.OK) > refused, Deadline, Token);
            (await ApiOnServer.HealthAsync(client)).Checks["redis"].ShouldBe("Unhealthy");
            await server.StartAsync(Token);
            await Eventually.HoldsAsync(async () => (await ApiOnServer.HealthAsync(client)).Status == HttpStatusCode.OK, Deadline, Token);
        }

        await stop.CancelAsync();
        await Task.WhenAll(senders);
        await Eventually.HoldsAsync(() => acknowledged.All(api.Handled.Contains), Deadline, Token);
        answers.Distinct().ShouldBe([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], ignoreOrder: true);
    }

    [Fact]
    public async Task Start_ServerAway_SaysSoAndWorksOnceItIsThere()
    {
        await using var server = new GarnetServer();
        await using var api = new ApiOnServer(server.ConnectionString);
        using var client = api.CreateClient();

        var began = TimeProvider.System.GetTimestamp();
        using var refused = await client.SendSignedAsync(ApiOnServer.Event("1"));
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await ApiOnServer.HealthAsync(client)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ApiOnServer.AliveAsync(client)).ShouldBe(HttpStatusCode.OK);

        await server.StartAsync(Token);

        await Eventually.HoldsAsync(async () => (await ApiOnServer.HealthAsync(client)).Status == HttpStatusCode.OK, Deadline, Token);
        await ApiOnServer.StoreAsync(client, "1");
        await Eventually.HoldsAsync(() => api.Handled.Contains("1"), Deadline, Token);
    }

    [Fact]
    public async Task Health_ServerAwayForManyPolls_LogsOneLineAtTheBeginAndOneAtTheEnd()
    {
        await using var server = new GarnetServer();
        await using var api = new ApiOnServer(server.ConnectionString);
        using var client = api.CreateClient();
        for (var poll = 0; poll < 3; poll++)
        {
            (await ApiOnServer.HealthAsync(client)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        await server.StartAsync(Token);
        await Eventually.HoldsAsync(async () => (await ApiOnServer.HealthAsync(client)).Status == HttpStatusCode.OK, Deadline, Token);

        var lines = api.Logs.Entries.Where(entry => entry.Category.Contains("Health", StringComparison.Ordinal) && entry.Message.Contains("check redis ")).ToList();
        lines.Select(line => line.Level).ShouldBe([LogLevel.Warning, LogLevel.Information]);
        lines.ShouldAllBe(line => line.Exception == null);
    }

    [Fact]
    public async Task Webhooks_ServerOutOfMemory_AreRefusedUntilThereIsRoom()
    {
        Assert.SkipWhen(RedisServer.Missing is not null, RedisServer.Missing ?? "");
        await using var server = new RedisServer();
        await server.StartAsync(Token);
        await using var api = new ApiOnServer(server.ConnectionString);
        using var client = api.CreateClient();
        api.TurnsFail = true;
        await ApiOnServer.StoreAsync(client, "before");
        await using var admin = await Admin.ConnectAsync(server);
        await admin.ExecuteAsync("CONFIG", "SET", "maxmemory-policy", "noeviction");
        await admin.ExecuteAsync("CONFIG", "SET", "maxmemory", "1mb");

        using var refused = await client.SendSignedAsync(ApiOnServer.Event("refused"));
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var (status, checks) = await ApiOnServer.HealthAsync(client);
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        checks["redis"].ShouldBe("Unhealthy");
        checks["inbox-conversations"].ShouldBe("Healthy");
        (await ApiOnServer.AliveAsync(client)).ShouldBe(HttpStatusCode.OK);
        api.Logs.Entries.ShouldContain(entry => entry.Message.Contains("OOM"));

        await admin.ExecuteAsync("CONFIG", "SET", "maxmemory", "0");
        api.TurnsFail = false;

        await Eventually.HoldsAsync(async () => (await ApiOnServer.HealthAsync(client)).Status == HttpStatusCode.OK, Deadline, Token);
        await ApiOnServer.StoreAsync(client, "refused");
        await Eventually.HoldsAsync(() => api.Handled.Order().SequenceEqual(["before", "refused"]), Deadline, Token);
    }

    [Fact]
    public async Task Health_ServerIsAReadOnlyReplica_Fails()
    {
        Assert.SkipWhen(RedisServer.Missing is not null, RedisServer.Missing ?? "");
        await using var server = new RedisServer();
        await server.StartAsync(Token);
        await using var api = new ApiOnServer(server.ConnectionString);
        using var client = api.CreateClient();
        await using var admin = await Admin.ConnectAsync(server);
        await admin.ExecuteAsync("REPLICAOF", "127.0.0.1", $"{LocalPorts.Free()}");

        (await ApiOnServer.HealthAsync(client)).Checks["redis"].ShouldBe("Unhealthy");

        await admin.ExecuteAsync("REPLICAOF", "NO", "ONE");
        await Eventually.HoldsAsync(async () => (await ApiOnServer.HealthAsync(client)).Status == HttpStatusCode.OK, Deadline, Token);
    }

    [Fact]
    public async Task Webhooks_InboxFull_AreRefusedUntilThereIsRoom()
    {
        await using var server = new GarnetServer();
        await server.StartAsync(Token);
        await using var api = new ApiOnServer(server.ConnectionString, ("Inbox:Capacity", "2"));
        using var client = api.CreateClient();
        api.TurnsFail = true;
        await ApiOnServer.StoreAsync(client, "1");
        await ApiOnServer.StoreAsync(client, "2");

        using var refused = await client.SendSignedAsync(ApiOnServer.Event("3"));
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ApiOnServer.HealthAsync(client)).Checks["inbox-conversations"].ShouldBe("Unhealthy");
        (await ApiOnServer.AliveAsync(client)).ShouldBe(HttpStatusCode.OK);

        api.TurnsFail = false;
        await Eventually.HoldsAsync(async () => (await ApiOnServer.HealthAsync(client)).Status == HttpStatusCode.OK, Deadline, Token);
        await ApiOnServer.StoreAsync(client, "3");
        await Eventually.HoldsAsync(() => api.Handled.Count == 3, Deadline, Token);
    }

    private static CacheServer Create(string kind)
    {
        Assert.SkipWhen(kind == nameof(RedisServer) && RedisServer.Missing is not null, RedisServer.Missing ?? "");
        return kind == nameof(GarnetServer) ? new GarnetServer() : new RedisServer();
    }

    /// <summary>Changes the settings of a running server.</summary>
    private sealed class Admin(ConnectionMultiplexer connection) : IAsyncDisposable
    {
        public static async Task<Admin> ConnectAsync(CacheServer server) =>
            new(await ConnectionMultiplexer.ConnectAsync($"{server.ConnectionString},allowAdmin=true"));

        public Task<RedisResult> ExecuteAsync(string command, params object[] arguments) => connection.GetDatabase().ExecuteAsync(command, arguments);

        public async ValueTask DisposeAsync()
        {
            await connection.CloseAsync();
            connection.Dispose();
        }
    }
}
