namespace IntercomRag.Benchmarks.Chaos;

/// <summary>Something that somebody does in a conversation.</summary>
/// <param name="At">From the beginning of the run.</param>
internal abstract record ScriptStep(TimeSpan At);

/// <summary>The customer writes.</summary>
internal sealed record CustomerWrites(TimeSpan At, string Text) : ScriptStep(At);

/// <summary>A teammate acts.</summary>
internal sealed record TeammateActs(TimeSpan At, TeammateAct Act) : ScriptStep(At);
