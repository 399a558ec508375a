using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.Testing;
using IntercomRag.Testing.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>An inbox of its own name with fake time, and short words for what tests do with it.</summary>
internal sealed class InboxBench(RedisConnection connection, InboxOptions? options = null)
{
    private readonly InboxOptions _options = options ?? new InboxOptions();
    private int _events;

    /// <summary>Of every lease that fails.</summary>
    public const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    public string Name { get; } = $"test-{Guid.NewGuid():N}";

    public FakeTimeProvider Clock { get; } = new();

    /// <summary>What the dead letters logged.</summary>
    public CapturedLogs Logs { get; } = new();

    public IInbox Inbox => field ??= Open();

    public IDeadLetters DeadLetters => field ??= OpenDeadLetters();

    public static BurstWindow Window { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));

    /// <summary>1 s for the first item, 2 s and half a second more each time for those after it.</summary>
    public static BurstWindow GrowingWindow { get; } =
        new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)) { FurtherQuiet = TimeSpan.FromSeconds(2), Growth = TimeSpan.FromSeconds(0.5) };

    public static SubjectKey Subject(string id = "215") => new("demo", id);

    /// <summary>A further replica's view of the same inbox. Pauses are not shortened at random.</summary>
    public IInbox Open(RedisConnection? other = null, InboxScripts? scripts = null) => new RedisInbox(
        Name, other ?? connection, OpenDeadLetters(scripts), Options.Create(_options), Clock, NullLogger<RedisInbox>.Instance)
    {
        Scripts = scripts ?? InboxScripts.Embedded,
        Random = () => 0,
    };

    public RedisDeadLetters OpenDeadLetters(InboxScripts? scripts = null) => new(
        Name, connection, Options.Create(_options), Clock, LoggerFactory.Create(logging => logging.AddProvider(Logs)).CreateLogger<RedisDeadLetters>())
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

    public Task<bool> DeferAsync(InboxLease lease, double seconds) =>
        Inbox.DeferAsync(lease, TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    public Task<RetryResult> RetryAsync(InboxLease lease, bool transient = false) =>
        Inbox.RetryAsync(lease, new LeaseFailure("IOException", transient, TraceId), TestContext.Current.CancellationToken);

    public Task<bool> SaveAsync(InboxLease lease, string checkpoint) =>
        Inbox.SaveCheckpointAsync(lease, checkpoint, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<string>> UnfinishedAsync(double olderThanSeconds = 0, int limit = 100) =>
    [
        .. (await Inbox.ListUnfinishedAsync(TimeSpan.FromSeconds(olderThanSeconds), limit, TestContext.Current.CancellationToken))
            .Select(subject => subject.Id),
    ];

    public Task<InboxDepth> MeasureAsync() => Inbox.MeasureAsync(TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<DeadLetter>> DeadLettersAsync() => DeadLetters.ReadAsync(100, TestContext.Current.CancellationToken);

    public void Advance(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Writes to the store what the inbox itself never would.</summary>
    public Task<T> TamperAsync<T>(Func<IDatabase, InboxShard, Task<T>> change) =>
        connection.RunAsync(database => change(database, new InboxShard(Name, 0)), TestContext.Current.CancellationToken);
}
