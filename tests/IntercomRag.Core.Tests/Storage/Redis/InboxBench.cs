using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>An inbox of its own name with fake time, and short words for what tests do with it.</summary>
internal sealed class InboxBench(RedisConnection connection, InboxOptions? options = null)
{
    private readonly InboxOptions _options = options ?? new InboxOptions();
    private int _events;

    public string Name { get; } = $"test-{Guid.NewGuid():N}";

    public FakeTimeProvider Clock { get; } = new();

    public IInbox Inbox => field ??= Open();

    public static BurstWindow Window { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));

    public static SubjectKey Subject(string id = "215") => new("demo", id);

    /// <summary>A further replica's view of the same inbox.</summary>
    public IInbox Open(RedisConnection? other = null, InboxScripts? scripts = null) =>
        new RedisInbox(Name, other ?? connection, Options.Create(_options), Clock, NullLogger<RedisInbox>.Instance)
        {
            Scripts = scripts ?? InboxScripts.Embedded,
        };

    public InboxItem Item(string subject = "215", params string[] ids) => new(
        Subject(subject), ids, $"topic.{++_events}", Clock.GetUtcNow(), Clock.GetUtcNow(), TraceParent: null);

    /// <summary>Stores an event with its own id and returns it.</summary>
    public async Task<InboxItem> EnqueueAsync(string subject = "215", BurstWindow window = default)
    {
        var item = Item(subject, Guid.NewGuid().ToString("N"));
        (await Inbox.EnqueueAsync(item, window, TestContext.Current.CancellationToken)).ShouldBe(EnqueueResult.Stored);
        return item;
    }

    public Task<InboxLease?> LeaseAsync() => Inbox.LeaseAsync(TestContext.Current.CancellationToken);

    public async Task<InboxLease> LeaseOneAsync() => (await LeaseAsync()).ShouldNotBeNull();

    public Task<bool> CompleteAsync(InboxLease lease) => Inbox.CompleteAsync(lease, TestContext.Current.CancellationToken);

    public Task<RetryResult> RetryAsync(InboxLease lease) => Inbox.RetryAsync(lease, "intercom_unavailable", TestContext.Current.CancellationToken);

    public Task<InboxDepth> MeasureAsync() => Inbox.MeasureAsync(TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<DeadLetter>> DeadLettersAsync() => Inbox.ReadDeadLettersAsync(100, TestContext.Current.CancellationToken);

    public void Advance(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Writes to the store what the inbox itself never would.</summary>
    public Task<T> TamperAsync<T>(Func<IDatabase, InboxShard, Task<T>> change) =>
        connection.RunAsync(database => change(database, new InboxShard(Name, 0)), TestContext.Current.CancellationToken);
}
