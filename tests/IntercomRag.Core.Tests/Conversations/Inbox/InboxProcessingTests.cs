using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Core.Tests.Conversations.Inbox;

public sealed class InboxProcessingTests
{
    [Fact]
    public async Task AddInboxProcessor_ForTwoInboxes_ProcessesAndMeasuresBoth()
    {
        var time = new FakeTimeProvider();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<TimeProvider>(time);
        var inboxes = new Dictionary<string, MemoryInbox>();
        foreach (var name in new[] { InboxNames.Conversations, InboxNames.Articles })
        {
            var inbox = inboxes[name] = new MemoryInbox(time);
            inbox.PutDue(name);
            builder.Services.AddKeyedSingleton<IInbox>(name, inbox);
            builder.Services.AddKeyedSingleton<ILeaseHandler>(name, new InstantHandler());
            builder.AddInboxProcessor(name);
        }

        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await ProcessorBench.UntilAsync(() => inboxes.All(inbox => inbox.Value.Journal.Contains($"0 complete demo:{inbox.Key}")));
        await ProcessorBench.UntilAsync(() => inboxes.All(inbox => inbox.Value.Measurements == 1));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class InstantHandler : ILeaseHandler
    {
        public Task<LeaseResult> HandleAsync(InboxLease lease, CancellationToken cancellationToken) => Task.FromResult(LeaseResult.Done);
    }
}
