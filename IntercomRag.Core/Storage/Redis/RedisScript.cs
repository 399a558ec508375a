using StackExchange.Redis;

namespace IntercomRag.Core.Storage.Redis;

/// <summary>
/// A Lua script from <c>Scripts/</c>. Rules that all of them keep:
/// <list type="bullet">
/// <item>Every key is declared. Redis Cluster needs it to find the node, and Garnet, started with <c>--lua-transaction-mode</c>, locks just
/// the declared keys. Without that mode commands of two scripts interleave.</item>
/// <item>Writes are in an order in which every prefix is safe. Redis writes a script to its append-only file as one transaction, but Garnet
/// writes command by command, and a kill can cut it anywhere.</item>
/// <item>Time is an argument: each replica acts by one clock, and tests set it. Clocks of replicas may differ by much less than a lease
/// lasts; one that runs ahead takes leases over too early, which the fencing token makes harmless but wasteful.</item>
/// </list>
/// </summary>
internal sealed class RedisScript(string text)
{
    public string Text { get; } = text;

    /// <param name="fileName">Name of a file in <c>Scripts/</c>.</param>
    public static RedisScript Load(string fileName)
    {
        using var stream = typeof(RedisScript).Assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"The script {fileName} is not embedded in this assembly.");
        using var reader = new StreamReader(stream);
        return new RedisScript(reader.ReadToEnd());
    }

    /// <summary>A script that runs this one for each of several items; <c>batch.lua</c> says how it is called.</summary>
    public RedisScript Repeated() => new(Load("batch.lua").Text.Replace("-- SCRIPT", Text, StringComparison.Ordinal));

    public async Task<RedisResult> EvaluateAsync(IDatabase database, RedisKey[] keys, RedisValue[] values)
    {
        try
        {
            return await database.ScriptEvaluateAsync(Text, keys, values);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            // The client sends only the hash of a script that it believes loaded, and learns by this error that the server forgot it
            // (restart, SCRIPT FLUSH). Nothing was run, so running it again is safe; this time the client sends the text.
            return await database.ScriptEvaluateAsync(Text, keys, values);
        }
    }
}
