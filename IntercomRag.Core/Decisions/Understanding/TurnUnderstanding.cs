using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Decisions.Understanding;

/// <param name="Language">Language of the reply.</param>
/// <param name="Signals">Without the evidence of the search, which is not known yet.</param>
/// <param name="Evidence">Why the burst is taken to show its signals.</param>
public sealed record TurnUnderstanding(string Language, Tone Tone, Signals Signals, IReadOnlyList<SignalEvidence> Evidence)
{
    /// <summary>What the language model made of it; null when none was asked.</summary>
    public ModelOpinion? Opinion { get; init; }
}
