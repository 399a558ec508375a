namespace IntercomRag.Core.Decisions;

/// <summary>Everything a decision rests on.</summary>
/// <param name="Shown">What the last burst shows.</param>
/// <param name="Unhelpful">As in <see cref="Understanding.FrustrationReading"/>.</param>
/// <param name="Exchanges">Public replies of the assistant so far.</param>
/// <param name="Clarifications">Questions asked back in a row, just before this turn.</param>
/// <param name="OfferPending">The assistant's last message asked whether a human should take over.</param>
/// <param name="InformativeWords">Words of the burst that are not stop words.</param>
/// <param name="AttachmentOnly">The burst has files but no words.</param>
/// <param name="Confidence">Of the evidence, in [0, 1].</param>
public sealed record Signals(
    IReadOnlySet<Signal> Shown,
    int Unhelpful,
    int Exchanges,
    int Clarifications,
    bool OfferPending,
    int InformativeWords,
    bool AttachmentOnly,
    double Confidence)
{
    public static Signals None { get; } = new(new HashSet<Signal>(), 0, 0, 0, OfferPending: false, 0, AttachmentOnly: false, 0);

    public bool Has(Signal signal) => Shown.Contains(signal);
}
