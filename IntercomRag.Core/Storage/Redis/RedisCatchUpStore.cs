using System.Globalization;
using IntercomRag.Core.CatchUp;
using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>One hash a workspace: <c>catch_up:demo → {"owner":"…","until":"1767603600000","watermark":"1767603420000"}</c>.</summary>
public sealed class RedisCatchUpStore(RedisConnection connection, TimeProvider time) : ICatchUpStore
{
    private static readonly RedisScript s_script = RedisScript.Load("catch_up.lua");

    public async Task<CatchUpHold> HoldAsync(
        string workspace, string owner, DateTimeOffset until, DateTimeOffset? watermark, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [$"catch_up:{Uri.EscapeDataString(workspace)}"];
        RedisValue[] values =
        [
            owner, time.GetUtcNow().ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds(),
            watermark?.ToUnixTimeMilliseconds() ?? RedisValue.EmptyString,
        ];
        var result = (string[])(await connection.RunAsync(database => s_script.EvaluateAsync(database, keys, values), cancellationToken))!;
        return new CatchUpHold(Moment(result[0]), Moment(result[1]));
    }

    // What is not a time was not written by us; the next round then begins like the first.
    private static DateTimeOffset? Moment(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(number)
            : null;
}
