namespace IntercomRag.Eval.Measures;

/// <summary>SplitMix64: random numbers that stay the same in every release of .NET.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>In [0, <paramref name="limit"/>).</summary>
    public int Below(int limit)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (int)Math.BigMul(mixed, (ulong)limit, out _);
    }
}
