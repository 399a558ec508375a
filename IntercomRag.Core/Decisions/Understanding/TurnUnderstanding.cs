using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Decisions.Understanding;

/// <param name="Language">Language of the reply.</param>
/// <param name="Signals">Without the evidence, which is not known yet.</param>
public sealed record TurnUnderstanding(string Language, Tone Tone, Signals Signals);
