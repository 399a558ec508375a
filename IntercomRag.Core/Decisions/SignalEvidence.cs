using System.Globalization;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Decisions;

/// <summary>Why a message is taken to show a signal.</summary>
/// <param name="Probability">By the classifier, in [0, 1], of the part that shows it most; 1 for signals that only phrases tell.</param>
/// <param name="ByPhrase">A phrase of the policy fits.</param>
/// <param name="ByClassifier">The classifier is sure enough without one.</param>
/// <param name="Features">
/// What spoke most for it, strongest first, as <c>remboursez +1.31</c>. These are words of the customer: they belong only where texts may be kept.
/// </param>
public sealed record SignalEvidence(Signal Signal, double Probability, bool ByPhrase, bool ByClassifier, IReadOnlyList<string> Features)
{
    /// <summary>The configured language model names it as well, or alone.</summary>
    public bool ByModel { get; init; }

    /// <summary>The message holds no question, only impatience: "??".</summary>
    public bool ByPressing { get; init; }

    /// <summary>For traces, without a word of the customer: <c>refund:0.93(phrase|classifier|model)</c>, <c>unhelpful:1.00(pressing)</c>.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{CodeName.Of(Signal)}:{Probability:0.00}({string.Join('|', Sources)})");

    private IEnumerable<string> Sources =>
        new[] { (ByPhrase, "phrase"), (ByClassifier, "classifier"), (ByModel, "model"), (ByPressing, "pressing") }.Where(source => source.Item1).Select(source => source.Item2);

    public static SignalEvidence OfPhrase(Signal signal) => new(signal, 1, ByPhrase: true, ByClassifier: false, []);

    public static SignalEvidence OfPressing { get; } = new(Signal.Unhelpful, 1, ByPhrase: false, ByClassifier: false, []) { ByPressing = true };

    /// <param name="probability">By the classifier, which would not have said so itself.</param>
    public static SignalEvidence OfModel(Signal signal, double probability) =>
        new(signal, probability, ByPhrase: false, ByClassifier: false, []) { ByModel = true };

    /// <summary>The same signal in two sentences.</summary>
    public SignalEvidence Or(SignalEvidence other) => Probability >= other.Probability
        ? this with { ByPhrase = ByPhrase || other.ByPhrase, ByClassifier = ByClassifier || other.ByClassifier }
        : other.Or(this);
}
