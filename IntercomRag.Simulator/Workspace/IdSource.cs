using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Workspace;

/// <summary>Ids that look like Intercom's: long, numeric, growing with gaps. Called only inside the workspace's lock.</summary>
public sealed class IdSource
{
    private readonly Random _random;
    private long _conversation;
    private long _part;
    private long _other;

    public IdSource(IOptions<SimulatorOptions> options, TimeProvider time)
    {
        // Without a seed the ids of two runs must differ, or a receiver takes the second run's events for repeats of the first.
        // Runs that start a second apart are 10,000 ids apart; ids grow by 3 on average.
        var start = options.Value.Seed ?? time.GetUtcNow().ToUnixTimeSeconds() - 1_700_000_000;
        _random = options.Value.Seed is { } seed ? new Random(seed) : new Random();
        _conversation = 215_000_000_000_000 + (start * 10_000);
        _part = 37_000_000_000 + (start * 10_000);
        _other = 20_000_000 + start;
    }

    public string NextConversation() => Next(ref _conversation);

    public string NextPart() => Next(ref _part);

    /// <summary>Id of a tag, an article or a collection.</summary>
    public string NextOther() => Next(ref _other);

    /// <summary>24 hexadecimal digits, as contacts and segments have.</summary>
    public string NextContact(DateTimeOffset now) => $"{now.ToUnixTimeSeconds():x8}{RandomHex(16)}";

    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private string RandomHex(int digits) => _random.GetHexString(digits, lowercase: true);

    private string Next(ref long last)
    {
        last += _random.Next(1, 6);
        return last.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
