using System.Collections.Concurrent;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.Core.Tests.Storage.Redis;
using IntercomRag.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

/// <summary>Two replicas of the processor on one real server, in real time.</summary>
public sealed class InboxProcessorOnServerTests
{
    private const int Subjects = 20;

    [Theory, EveryServer]
    public async Task TwoReplicas_ManySubjects_HandleEveryItemOnceAndEmptyTheInbox(ServerKind kind)
    {
        await using var server = CacheServers.Create(kind);
        await server.StartAsync(TestContext.Current.CancellationToken);
        var handler = new FirstTimeFailingHandler();
        using var first = Replica(server, handler);
        using var second = Replica(server, handler);
        var inbox = first.Services.GetRequiredKeyedService<IInbox>(InboxNames.Conversations);
        for (var number = 0; number < Subjects; number++)
        {
            await inbox.EnqueueAsync(Item($"{number}", "question"), BurstWindow.None, TestContext.Current.CancellationToken);
            await inbox.EnqueueAsync(Item($"{number}", "more"), BurstWindow.None, TestContext.Current.CancellationToken);
        }

        await first.StartAsync(TestContext.Current.CancellationToken);
        await second.StartAsync(TestContext.Current.CancellationToken);
        var depth = await Eventually.ReadAsync(
            () => inbox.MeasureAsync(TestContext.Current.CancellationToken),
            depth => depth is { Waiting: 0, Leased: 0 },
            TimeSpan.FromSeconds(60),
            TestContext.Current.CancellationToken);
        await first.StopAsync(TestContext.Current.CancellationToken);
        await second.StopAsync(TestContext.Current.CancellationToken);

        depth.DeadLetters.ShouldBe(0);
        handler.Handled.Order().ShouldBe(
            Enumerable.Range(0, Subjects).SelectMany(number => new[] { $"{number} more", $"{number} question" }).Order());
    }

    private static IHost Replica(CacheServer server, ILeaseHandler handler)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["ConnectionStrings:cache"] = server.ConnectionString;
        builder.Configuration["Inbox:RetryDelay"] = "00:00:00.100";
        builder.Configuration["Redis:OperationTimeout"] = "00:00:04";
        builder.Services.AddMetrics();
        builder.AddRedisStorage();
        builder.Services.AddKeyedSingleton(InboxNames.Conversations, handler);
        builder.AddInboxProcessor(InboxNames.Conversations);
        return builder.Build();
    }

    private static InboxItem Item(string conversation, string topic) => new(
        new SubjectKey("demo", conversation), [$"{conversation}/{topic}"], topic, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow(), TraceParent: null);

    /// <summary>Fails the first lease of the subjects that end in 5, and notes the items of all that it finishes.</summary>
    private sealed class FirstTimeFailingHandler : ILeaseHandler
    {
        private readonly ConcurrentQueue<string> _handled = new();

        public IEnumerable<string> Handled => _handled;

        public Task<LeaseResult> HandleAsync(InboxLease lease, CancellationToken cancellationToken)
        {
            if (lease.Attempt == 1 && lease.Subject.Id.EndsWith('5'))
            {
                throw new IOException("the first time only");
            }

            foreach (var item in lease.Items)
            {
                _handled.Enqueue($"{lease.Subject.Id} {item.Topic}");
            }

            return Task.FromResult(LeaseResult.Done);
        }
    }
}
