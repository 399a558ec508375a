using System.Security.Cryptography;
using System.Text;
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
    IOptions<InboxOptions> options,
    TimeProvider time,
    ILogger<RedisInbox> logger) : IInbox
{
    /// <summary>Subjects looked at in one round trip: enough that parallel processors find one each.</summary>
    private const int PeekSize = 16;

    private const string ExpiredReason = "The lease expired: the processor stopped, or took too long, each time.";
    private const string UnreadableReason = "The item cannot be read.";

    private readonly InboxOptions _options = options.Value;
    private readonly InboxShard[] _shards = [.. Enumerable.Range(0, options.Value.Shards).Select(number => new InboxShard(name, number))];

    /// <summary>Replaced by tests that cut scripts short, as a crash of the server does.</summary>
    internal InboxScripts Scripts { get; init; } = InboxScripts.Embedded;

    public async Task<EnqueueResult> EnqueueAsync(InboxItem item, BurstWindow window, CancellationToken cancellationToken)
    {
        var subject = Locate(item.Subject);
        var shard = subject.Shard;
        var result = await EvaluateAsync(
            Scripts.Enqueue,
            [shard.Due, subject.Items, subject.State, .. item.DeduplicationIds.Select(id => shard.Seen(item.Subject, id))],
            [
                subject.Name, Now(), Milliseconds(window.Quiet), Milliseconds(window.Cap), Milliseconds(_options.DeduplicationTime),
                StoredItem.Write(item),
            ],
            cancellationToken);
        return (long)result == 1 ? EnqueueResult.Stored : EnqueueResult.Duplicate;
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
        var subject = Locate(lease.Subject);
        var result = await EvaluateAsync(
            Scripts.Renew,
            [subject.Shard.Due, subject.State, subject.Shard.Leased],
            [subject.Name, lease.Token, Now() + Milliseconds(_options.LeaseDuration)],
            cancellationToken);
        return (long)result == 1;
    }

    public Task<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken) =>
        CompleteAsync(Locate(lease.Subject), lease.Token, cancellationToken);

    public async Task<RetryResult> RetryAsync(InboxLease lease, string reason, CancellationToken cancellationToken)
    {
        var subject = Locate(lease.Subject);
        var shard = subject.Shard;
        var now = Now();
        var result = await EvaluateAsync(
            Scripts.Retry,
            [shard.Due, subject.Items, subject.State, shard.Leased, shard.Dead],
            [subject.Name, lease.Token, now, now + Milliseconds(BackOff(lease.Attempt)), _options.MaxAttempts, reason],
            cancellationToken);
        switch ((long)result)
        {
            case 0:
                return RetryResult.LeaseLost;
            case 1:
                return RetryResult.Scheduled;
            default:
                LogDeadLetter(name, lease.Subject, reason);
                return RetryResult.DeadLettered;
        }
    }

    public async Task<InboxDepth> MeasureAsync(CancellationToken cancellationToken)
    {
        var depths = await Task.WhenAll(_shards.Select(shard => MeasureAsync(shard, cancellationToken)));
        return new InboxDepth(depths.Sum(d => d.Waiting), depths.Sum(d => d.Leased), depths.Sum(d => d.DeadLetters));
    }

    public async Task<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var records = await Task.WhenAll(_shards.Select(shard =>
            connection.RunAsync(database => database.ListRangeAsync(shard.Dead, 0, limit - 1), cancellationToken)));
        return [.. records.SelectMany(r => r).Select(r => StoredDeadLetter.Read(r!)).OrderByDescending(letter => letter.At).Take(limit)];
    }

    private async Task<IReadOnlyList<InboxSubject>> PeekAsync(CancellationToken cancellationToken)
    {
        var now = Now();
        var due = await Task.WhenAll(_shards.Select(async shard =>
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
            [shard.Due, subject.Items, subject.State, shard.Leased, shard.Token, shard.Dead],
            [subject.Name, now, expiry, _options.MaxAttempts, ExpiredReason],
            CancellationToken.None);
        if (result.IsNull)
        {
            return null;
        }

        // buried items, token, attempt, item, item, ...
        var values = (RedisValue[])result!;
        if ((long)values[0] > 0)
        {
            LogDeadLetter(name, key, ExpiredReason);
        }

        if (values.Length == 1)
        {
            return null;
        }

        var (token, attempt) = ((long)values[1], (int)values[2]);
        var read = values.Skip(3).Select(element => (Element: element, Item: StoredItem.Read(key, element!))).ToArray();

        RedisValue[] unreadable = [.. read.Where(r => r.Item is null).Select(r => r.Element)];
        if (unreadable.Length > 0)
        {
            LogDeadLetter(name, key, UnreadableReason);
            await EvaluateAsync(
                Scripts.Discard,
                [subject.Items, subject.State, shard.Dead],
                [subject.Name, token, now, attempt, UnreadableReason, .. unreadable],
                cancellationToken);
        }

        if (unreadable.Length == read.Length)
        {
            await CompleteAsync(subject, token, cancellationToken);
            return null;
        }

        // Webhooks come in any order; the sort is stable, so events of the same second stay in order of arrival.
        InboxItem[] items = [.. read.Select(r => r.Item).OfType<InboxItem>().OrderBy(item => item.CreatedAt)];
        return new InboxLease(key, token, items, attempt, DateTimeOffset.FromUnixTimeMilliseconds(expiry));
    }

    private async Task<bool> CompleteAsync(InboxSubject subject, long token, CancellationToken cancellationToken)
    {
        var result = await EvaluateAsync(
            Scripts.Complete,
            [subject.Shard.Due, subject.Items, subject.State, subject.Shard.Leased],
            [subject.Name, token, Now()],
            cancellationToken);
        return (long)result == 1;
    }

    private async Task<InboxDepth> MeasureAsync(InboxShard shard, CancellationToken cancellationToken)
    {
        var now = Now();
        var subjects = connection.RunAsync(database => database.SortedSetLengthAsync(shard.Due), cancellationToken);
        var leased = connection.RunAsync(
            database => database.SortedSetLengthAsync(shard.Leased, now, exclude: Exclude.Start), cancellationToken);
        var dead = connection.RunAsync(database => database.ListLengthAsync(shard.Dead), cancellationToken);
        await Task.WhenAll(subjects, leased, dead);
        return new InboxDepth(Math.Max(0, await subjects - await leased), await leased, await dead);
    }

    private Task<RedisResult> EvaluateAsync(RedisScript script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellationToken) =>
        connection.RunAsync(database => script.EvaluateAsync(database, keys, values), cancellationToken);

    private InboxSubject Locate(SubjectKey subject)
    {
        var subjectName = SubjectName.Format(subject);

        // Not string.GetHashCode, which differs from process to process.
        var shard = SHA256.HashData(Encoding.UTF8.GetBytes(subjectName))[0] % _shards.Length;
        return new InboxSubject(_shards[shard], subjectName);
    }

    private TimeSpan BackOff(int attempt) =>
        TimeSpan.FromTicks((long)Math.Min(_options.RetryCap.Ticks, _options.RetryDelay.Ticks * Math.Pow(2, attempt - 1)));

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dead letter in the inbox {Inbox} for {Subject}: {Reason}")]
    private partial void LogDeadLetter(string inbox, SubjectKey subject, string reason);
}
