namespace IntercomRag.Benchmarks.Regressions;

/// <summary>What a seeded change is.</summary>
internal enum ChangeKind
{
    /// <summary>A regression in <c>policies/</c>.</summary>
    Policy,

    /// <summary>A regression in the program.</summary>
    Code,

    /// <summary>Changes nothing that matters: the gate must let it pass.</summary>
    Neutral,
}
