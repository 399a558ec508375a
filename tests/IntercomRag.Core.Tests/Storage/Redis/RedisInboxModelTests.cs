using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>Random operations, compared with a model that is simple enough to be believed.</summary>
public sealed class RedisInboxModelTests(CacheServers servers)
{
    private static readonly InboxOptions Options = new()
    {
        MaxAttempts = 3,
        RetryDelay = TimeSpan.FromSeconds(2),
        RetryCap = TimeSpan.FromSeconds(3),
        GiveUpAfter = TimeSpan.FromSeconds(25),
    };

    [Theory, EveryServer]
    public async Task RandomOperations_AgreeWithTheModel(ServerKind kind)
    {
        var connection = await servers.ConnectAsync(kind);
        for (var seed = 1; seed <= 12; seed++)
        {
            await RunAsync(new InboxBench(connection, Options), new Random(seed), $"seed {seed}");
        }
    }

    private static async Task RunAsync(InboxBench bench, Random random, string seed)
    {
        var model = new InboxModel(bench.Clock, Options);
        var leases = new List<InboxLease>();
        for (var step = 0; step < 60; step++)
        {
            var context = $"{seed}, step {step}";
            switch (random.Next(12))
            {
                case < 4:
                    var window = random.Next(4) switch { 0 => BurstWindow.None, 1 => InboxBench.GrowingWindow, _ => InboxBench.Window };
                    var item = await bench.EnqueueAsync($"{random.Next(3)}", window);
                    model.Enqueue(item, window);
                    break;
                case < 6:
                    var lease = await bench.LeaseAsync();
                    var expected = model.Lease(lease?.Subject);
                    (lease?.Attempt).ShouldBe(expected?.Attempt, context);
                    (lease?.Failures).ShouldBe(expected?.Failures, context);
                    (lease?.Items.Select(i => i.Topic) ?? []).ShouldBe(expected?.Topics ?? [], ignoreOrder: true, customMessage: context);
                    if (lease is not null)
                    {
                        leases.Add(lease);
                        model.Tokens[lease.Subject] = lease.Token;
                    }

                    break;
                case 6 when leases.Count > 0:
                    var completed = leases[random.Next(leases.Count)];
                    (await bench.CompleteAsync(completed)).ShouldBe(model.Complete(completed), context);
                    break;
                case 7 when leases.Count > 0:
                    var failed = leases[random.Next(leases.Count)];
                    var transient = random.Next(2) == 0;
                    (await bench.RetryAsync(failed, transient)).ShouldBe(model.Retry(failed, transient), context);
                    break;
                case 8 when leases.Count > 0:
                    var renewed = leases[random.Next(leases.Count)];
                    (await bench.Inbox.RenewAsync(renewed, TestContext.Current.CancellationToken)).ShouldBe(model.Renew(renewed), context);
                    break;
                case 9 when leases.Count > 0:
                    var deferred = leases[random.Next(leases.Count)];
                    var delay = random.Next(3);
                    (await bench.DeferAsync(deferred, delay)).ShouldBe(model.Defer(deferred, TimeSpan.FromSeconds(delay)), context);
                    break;
                default:
                    bench.Advance(random.Next(1, 8) * (random.Next(6) == 0 ? 6 : 1) / 2.0);
                    break;
            }

            (await bench.MeasureAsync()).ShouldBe(model.Measure(), context);
        }
    }
}
