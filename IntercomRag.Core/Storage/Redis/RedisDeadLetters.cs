using IntercomRag.Core.Conversations.Inbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>The dead letters of a <see cref="RedisInbox"/>.</summary>
/// <param name="name">Which inbox; several share a server.</param>
public sealed partial class RedisDeadLetters(
    string name,
    RedisConnection connection,
    IOptions<InboxOptions> options,
    TimeProvider time,
    ILogger<RedisDeadLetters> logger) : IDeadLetters
{
    private readonly InboxOptions _options = options.Value;
    private readonly InboxShards _shards = new(name, options.Value.Shards);

    /// <summary>Replaced by tests that cut scripts short, as a crash of the server does.</summary>
    internal InboxScripts Scripts { get; init; } = InboxScripts.Embedded;

    public async Task<IReadOnlyList<DeadLetter>> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var letters = await Task.WhenAll(_shards.All.Select(shard => ReadAsync(shard, limit, cancellationToken)));
        return [.. letters.SelectMany(l => l).OrderByDescending(letter => letter.At).Take(limit)];
    }

    public async Task<DeadLetter?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (DeadLetterId.ShardOf(id, _shards) is not { } shard)
        {
            return null;
        }

        await AdoptAsync(shard, cancellationToken);
        return await LoadAsync(shard, id, cancellationToken);
    }

    public async Task<RedriveResult> RedriveAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } letter)
        {
            return RedriveResult.NotFound;
        }

        if (!StoredDeadLetter.IsReadable(letter))
        {
            return RedriveResult.Unreadable;
        }

        var subject = _shards.Locate(letter.Subject);
        var shard = subject.Shard;
        var result = await EvaluateAsync(
            Scripts.Redrive, [shard.Due, subject.Items, subject.State, shard.Letters, shard.Buried], [subject.Name, Now(), id], cancellationToken);
        return (long)result == 1 ? RedriveResult.Redriven : RedriveResult.NotFound;
    }

    public async Task<int> RedriveAllAsync(CancellationToken cancellationToken)
    {
        var redriven = 0;
        foreach (var letter in await ReadAsync(int.MaxValue, cancellationToken))
        {
            redriven += await RedriveAsync(letter.Id, cancellationToken) == RedriveResult.Redriven ? 1 : 0;
        }

        return redriven;
    }

    public async Task<bool> DiscardAsync(string id, CancellationToken cancellationToken)
    {
        if (DeadLetterId.ShardOf(id, _shards) is not { } shard)
        {
            return false;
        }

        await AdoptAsync(shard, cancellationToken);
        return await DropAsync(shard, id, cancellationToken);
    }

    /// <summary>Lets the oldest letters fall out that are too many or too old. A failure is left to the next call.</summary>
    internal async Task TrimAsync(InboxShard shard)
    {
        try
        {
            await TrimAsync(shard, CancellationToken.None);
        }
        catch (StorageUnavailableException exception)
        {
            LogNotTrimmed(exception, name);
        }
    }

    private async Task TrimAsync(InboxShard shard, CancellationToken cancellationToken)
    {
        var capacity = _shards.Share(_options.DeadLetterCapacity);
        var tooMany = await connection.RunAsync(database => database.SortedSetRangeByRankAsync(shard.Buried, 0, -capacity - 1), cancellationToken);
        var tooOld = await connection.RunAsync(
            database => database.SortedSetRangeByScoreAsync(shard.Buried, stop: Now() - (long)_options.DeadLetterTime.TotalMilliseconds), cancellationToken);
        foreach (string id in tooMany.Union(tooOld).Select(id => id.ToString()))
        {
            var letter = await LoadAsync(shard, id, cancellationToken);
            if (await DropAsync(shard, id, cancellationToken) && letter is not null)
            {
                LogFallenOut(name, id, letter.Subject, letter.At, letter.Reason);
            }
        }
    }

    private async Task<IEnumerable<DeadLetter>> ReadAsync(InboxShard shard, int limit, CancellationToken cancellationToken)
    {
        await AdoptAsync(shard, cancellationToken);
        await TrimAsync(shard, cancellationToken);
        var ids = await connection.RunAsync(
            database => database.SortedSetRangeByRankAsync(shard.Buried, 0, limit - 1, Order.Descending), cancellationToken);
        if (ids.Length == 0)
        {
            return [];
        }

        var records = await connection.RunAsync(database => database.HashGetAsync(shard.Letters, ids), cancellationToken);
        return ids.Zip(records).Where(letter => !letter.Second.IsNull).Select(letter => StoredDeadLetter.Read(name, letter.First!, letter.Second!));
    }

    private async Task<DeadLetter?> LoadAsync(InboxShard shard, string id, CancellationToken cancellationToken)
    {
        var record = await connection.RunAsync(database => database.HashGetAsync(shard.Letters, id), cancellationToken);
        return record.IsNull ? null : StoredDeadLetter.Read(name, id, record!);
    }

    /// <summary>Gives ids to what a former version left.</summary>
    private async Task AdoptAsync(InboxShard shard, CancellationToken cancellationToken)
    {
        RedisResult adopted;
        do
        {
            adopted = await EvaluateAsync(
                Scripts.Adopt,
                [shard.FormerLetters, shard.Letters, shard.Buried],
                [Now(), shard.LetterPrefix],
                cancellationToken);
        }
        while ((long)adopted == 1);
    }

    private async Task<bool> DropAsync(InboxShard shard, string id, CancellationToken cancellationToken) =>
        (long)await EvaluateAsync(Scripts.Drop, [shard.Letters, shard.Buried], [id], cancellationToken) == 1;

    private Task<RedisResult> EvaluateAsync(RedisScript script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellationToken) =>
        connection.WriteAsync(database => script.EvaluateAsync(database, keys, values), cancellationToken);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(Level = LogLevel.Error, Message = "Dead letter {Id} of the inbox {Inbox} fell out unhandled; it was about {Subject}, given up at {At}: {Reason}")]
    private partial void LogFallenOut(string inbox, string id, SubjectKey subject, DateTimeOffset at, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The dead letters of the inbox {Inbox} could not be looked through for old ones")]
    private partial void LogNotTrimmed(Exception exception, string inbox);
}
