using IntercomRag.Core.Retrieval;

namespace IntercomRag.Eval.Calibration;

/// <summary>What a turn's confidence rests on, and whether its first article was a right one.</summary>
/// <param name="Weight">Of the example in the fit; sets of different sizes can weigh the same.</param>
internal sealed record ConfidenceExample(ConfidenceFeatures Features, bool IsRight, double Weight);
