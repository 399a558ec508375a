using System.Globalization;
using IntercomRag.Core.Telemetry;

namespace IntercomRag.Core.Decisions;

/// <summary>Why a message is taken to show a signal.</summary>
/// <param name="Probability">By the classifier, in [0, 1], of the part that shows it most; 1 for signals that only phrases tell.</param>
/// <param name="ByPhrase">A phrase of the policy fits.</param>
/// <param name="ByModel">The classifier is sure enough without one.</param>
/// <param name="Features">
/// What spoke most for it, strongest first, as <c>remboursez +1.31</c>. These are words of the customer: they belong only where texts may be kept.
/// </param>
public sealed record SignalEvidence(Signal Signal, double Probability, bool ByPhrase, bool ByModel, IReadOnlyList<string> Features)
{
    /// <summary>For traces, without a word of the customer: <c>refund:0.93(phrase|model)</c>.</summary>
    public string Code => string.Create(
        CultureInfo.InvariantCulture, $"{CodeName.Of(Signal)}:{Probability:0.00}({(ByPhrase, ByModel) switch { (true, true) => "phrase|model", (true, false) => "phrase", _ => "model" }})");

    public static SignalEvidence OfPhrase(Signal signal) => new(signal, 1, ByPhrase: true, ByModel: false, []);

    /// <summary>The same signal in two sentences.</summary>
    public SignalEvidence Or(SignalEvidence other) => Probability >= other.Probability
        ? this with { ByPhrase = ByPhrase || other.ByPhrase, ByModel = ByModel || other.ByModel }
        : other.Or(this);
}
