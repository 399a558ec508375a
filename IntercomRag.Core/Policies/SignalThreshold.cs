namespace IntercomRag.Core.Policies;

/// <summary>What it takes for a message to show a signal; both in [0, 1], as probabilities of the classifier.</summary>
/// <param name="Alone">From here on the classifier needs no phrase. 1 leaves the signal to its phrases.</param>
/// <param name="WithPhrase">From here on a phrase that fits is believed. 0 believes it always.</param>
public sealed record SignalThreshold(double Alone, double WithPhrase);
