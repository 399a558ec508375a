using System.Collections.Concurrent;
using IntercomRag.Core.Conversations.Inbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// An inbox on Redis, Valkey or Garnet. The scripts in <c>Scripts/</c> hold the rules; <see cref="RedisScript"/> says what they rely on.
/// </summary>
/// <param name="name">Which inbox; several share a server.</param>
public sealed partial class RedisInbox(
    string name,
    RedisConnection connection,
    RedisDeadLetters deadLetters,
    IOptions<InboxOptions> options,
    TimeProvider time,
    ILogger<RedisInbox> logger) : IInbox
{
    /// <summary>Subjects looked at in one round trip: enough that parallel processors find one each.</summary>
    private const int PeekSize = 16;

    private const string ExpiredReason = "The lease expired: the processor stopped, or took too long, each time.";
    private const string UnreadableReason = "The item cannot be read.";

    /// <summary>A checkpoint outlives the dead letter that it belongs to, which is buried somewhat later than it was stored.</summary>
    private static readonly TimeSpan s_checkpointMargin = TimeSpan.FromDays(8);

    private readonly InboxOptions _options = options.Value;
    private readonly ConcurrentDictionary<InboxShard, BatchedScript> _enqueue = new();
    private readonly InboxShards _shards = new(name, options.Value.Shards);

    /// <summary>Replaced by tests that cut scripts short, as a crash of the server does.</summary>
    internal InboxScripts Scripts { get; init; } = InboxScripts.Embedded;

    /// <summary>Replaced by tests that want exact pauses.</summary>
    internal Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    public async Task<EnqueueResult> EnqueueAsync(InboxItem item, BurstWindow window, CancellationToken cancellationToken)
    {
        var subject = _shards.Locate(item.Subject);
        var shard = subject.Shard;
        var script = _enqueue.GetOrAdd(shard, _ => new BatchedScript(Scripts.Enqueue, connection));
        var result = await script.EvaluateAsync(
            new ScriptCall(
                [shard.Due, subject.Items, subject.State, .. item.DeduplicationIds.Select(id => shard.Seen(item.Subject, id))],
                [
                    subject.Name, Now(), Milliseconds(window.Quiet), Milliseconds(window.Cap), Milliseconds(_options.DeduplicationTime),
                    StoredItem.Write(item), _shards.Share(_options.Capacity), Milliseconds(window.FurtherQuiet), Milliseconds(window.Growth),
                ]),
            cancellationToken);
        return (long)result switch
        {
            1 => EnqueueResult.Stored,
            0 => EnqueueResult.Duplicate,
            _ => EnqueueResult.Full,
        };
    }

    public async Task<InboxLease?> LeaseAsync(CancellationToken cancellationToken)
    {
        // Looking and claiming are two steps because a script may only touch keys that it declares. Whoever claims first wins; the others
        // try the next subject, and look again when all were taken meanwhile.
        while (await PeekAsync(cancellationToken) is { Count: > 0 } candidates)
        {
            foreach (var candidate in candidates)
            {
                if (await ClaimAsync(candidate, cancellationToken) is { } lease)
                {
                    return lease;
                }
            }
        }

        return null;
    }

    public async Task<bool> RenewAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        var subject = _shards.Locate(lease.Subject);
        var result = await EvaluateAsync(
            Scripts.Renew,
            [subject.Shard.Due, subject.State, subject.Shard.Leased],
            [subject.Name, lease.Token, Now() + Milliseconds(_options.LeaseDuration)],
            cancellationToken);
        return (long)result == 1;
    }

    public async Task<bool> SaveCheckpointAsync(InboxLease lease, string checkpoint, CancellationToken cancellationToken)
    {
        var subject = _shards.Locate(lease.Subject);
        var now = Now();
        var result = await EvaluateAsync(
            Scripts.Checkpoint,
            [subject.State, subject.Shard.Checkpoints, subject.Shard.Saved],
            [subject.Name, lease.Token, now, checkpoint, now - Milliseconds(_options.DeadLetterTime + s_checkpointMargin)],
            cancellationToken);
        return (long)result == 1;
    }

    public Task<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken) =>
        CompleteAsync(_shards.Locate(lease.Subject), lease.Token, keepCheckpoint: false, cancellationToken);

    public async Task<bool> DeferAsync(InboxLease lease, TimeSpan delay, CancellationToken cancellationToken)
    {
        var subject = _shards.Locate(lease.Subject);
        var result = await EvaluateAsync(
            Scripts.Defer,
            [subject.Shard.Due, subject.Items, subject.State, subject.Shard.Leased],
            [subject.Name, lease.Token, Now() + Milliseconds(delay)],
            cancellationToken);
        return (long)result == 1;
    }

    public async Task<RetryResult> RetryAsync(InboxLease lease, LeaseFailure failure, CancellationToken cancellationToken)
    {
        var subject = _shards.Locate(lease.Subject);
        var shard = subject.Shard;
        var now = Now();
        var result = await EvaluateAsync(
            Scripts.Retry,
            [shard.Due, subject.Items, subject.State, shard.Leased, shard.Letters, shard.Buried],
            [
                subject.Name, lease.Token, now, now + Milliseconds(new BackOff(_options, Random).After(lease.Failures)), _options.MaxAttempts,
                failure.Reason, DeadLetterId.Failed(shard, lease.Token), failure.TraceId ?? "",
                failure.IsTransient ? now - Milliseconds(_options.GiveUpAfter) : RedisValue.EmptyString,
            ],
            cancellationToken);
        switch ((long)result)
        {
            case 0:
                return RetryResult.LeaseLost;
            case 1:
                return RetryResult.Scheduled;
            default:
                await BuriedAsync(lease.Subject, shard, failure.Reason);
                return RetryResult.DeadLettered;
        }
    }

    public async Task<IReadOnlyList<SubjectKey>> ListUnfinishedAsync(TimeSpan olderThan, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var names = await Task.WhenAll(_shards.All.Select(async shard => (RedisValue[])(await EvaluateAsync(
            Scripts.Unfinished, [shard.Saved, shard.Checkpoints, shard.Due], [Now() - Milliseconds(olderThan), limit], cancellationToken))!));
        return [.. names.SelectMany(n => n).Take(limit).Select(n => SubjectName.Parse(n!))];
    }

    public async Task<InboxDepth> MeasureAsync(CancellationToken cancellationToken)
    {
        var depths = await Task.WhenAll(_shards.All.Select(shard => MeasureAsync(shard, cancellationToken)));
        return new InboxDepth(depths.Sum(d => d.Waiting), depths.Sum(d => d.Leased), depths.Sum(d => d.DeadLetters));
    }

    private async Task<IReadOnlyList<InboxSubject>> PeekAsync(CancellationToken cancellationToken)
    {
        var now = Now();
        var due = await Task.WhenAll(_shards.All.Select(async shard =>
        {
            var entries = await connection.RunAsync(
                database => database.SortedSetRangeByScoreWithScoresAsync(shard.Due, stop: now, take: PeekSize), cancellationToken);
            return entries.Select(entry => (Subject: new InboxSubject(shard, entry.Element!), DueAt: entry.Score));
        }));
        return [.. due.SelectMany(entries => entries).OrderBy(entry => entry.DueAt).Select(entry => entry.Subject)];
    }

    private async Task<InboxLease?> ClaimAsync(InboxSubject subject, CancellationToken cancellationToken)
    {
        var shard = subject.Shard;
        var key = SubjectName.Parse(subject.Name);
        var now = Now();
        var expiry = now + Milliseconds(_options.LeaseDuration);

        // Not cancelled once it is sent: a lease that nobody waits for would block its subject until it expires.
        var result = await EvaluateAsync(
            Scripts.Claim,
            [shard.Due, subject.Items, subject.State, shard.Leased, shard.Token, shard.Letters, shard.Buried, shard.Checkpoints],
            [subject.Name, now, expiry, _options.MaxAttempts, ExpiredReason, shard.LetterPrefix],
            CancellationToken.None);
        if (result.IsNull)
        {
            return null;
        }

        // buried items, token, attempt, failures, checkpoint, item, item, ...
        var values = (RedisValue[])result!;
        if ((long)values[0] > 0)
        {
            await BuriedAsync(key, shard, ExpiredReason);
        }

        if (values.Length == 1)
        {
            return null;
        }

        var (token, attempt, failures, checkpoint) = ((long)values[1], (int)values[2], (int)values[3], (string?)values[4]);
        var read = values.Skip(5).Select(element => (Element: element, Item: StoredItem.Read(key, element!))).ToArray();

        RedisValue[] unreadable = [.. read.Where(r => r.Item is null).Select(r => r.Element)];
        if (unreadable.Length > 0)
        {
            await EvaluateAsync(
                Scripts.Discard,
                [subject.Items, subject.State, shard.Letters, shard.Buried],
                [subject.Name, token, now, attempt, UnreadableReason, DeadLetterId.Unreadable(shard, token), .. unreadable],
                cancellationToken);
            await BuriedAsync(key, shard, UnreadableReason);
        }

        if (unreadable.Length == read.Length)
        {
            await CompleteAsync(subject, token, keepCheckpoint: true, cancellationToken);
            return null;
        }

        // Webhooks come in any order; the sort is stable, so events of the same second stay in order of arrival.
        InboxItem[] items = [.. read.Select(r => r.Item).OfType<InboxItem>().OrderBy(item => item.CreatedAt)];
        return new InboxLease(key, token, items, attempt, DateTimeOffset.FromUnixTimeMilliseconds(expiry), checkpoint, failures);
    }

    private async Task<bool> CompleteAsync(InboxSubject subject, long token, bool keepCheckpoint, CancellationToken cancellationToken)
    {
        var shard = subject.Shard;
        var result = await EvaluateAsync(
            Scripts.Complete,
            [shard.Due, subject.Items, subject.State, shard.Leased, shard.Checkpoints, shard.Saved],
            [subject.Name, token, Now(), keepCheckpoint ? "keep" : "remove"],
            cancellationToken);
        return (long)result == 1;
    }

    private async Task<InboxDepth> MeasureAsync(InboxShard shard, CancellationToken cancellationToken)
    {
        var now = Now();
        var subjects = connection.RunAsync(database => database.SortedSetLengthAsync(shard.Due), cancellationToken);
        var leased = connection.RunAsync(
            database => database.SortedSetLengthAsync(shard.Leased, now, exclude: Exclude.Start), cancellationToken);
        var dead = connection.RunAsync(database => database.SortedSetLengthAsync(shard.Buried), cancellationToken);
        var former = connection.RunAsync(database => database.ListLengthAsync(shard.FormerLetters), cancellationToken);
        await Task.WhenAll(subjects, leased, dead, former);
        return new InboxDepth(Math.Max(0, await subjects - await leased), await leased, await dead + await former);
    }

    private Task BuriedAsync(SubjectKey subject, InboxShard shard, string reason)
    {
        LogDeadLetter(name, subject, reason);
        return deadLetters.TrimAsync(shard);
    }

    private Task<RedisResult> EvaluateAsync(RedisScript script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellationToken) =>
        connection.WriteAsync(database => script.EvaluateAsync(database, keys, values), cancellationToken);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dead letter in the inbox {Inbox} for {Subject}: {Reason}")]
    private partial void LogDeadLetter(string inbox, SubjectKey subject, string reason);
}
