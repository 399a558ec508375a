using IntercomRag.Core.Retrieval;

namespace IntercomRag.Core.Telemetry.Traces;

/// <summary>One turn, read back from its spans: all that an evaluator or the console knows of it.</summary>
/// <param name="MessageId">The customer's newest message when the turn began; null when there was none.</param>
/// <param name="Action">What was decided; null when the turn was silent before it decided.</param>
/// <param name="Silence">Why nothing was sent; null when something was.</param>
/// <param name="AgainAfter">The turn is not over; the next trace of the conversation goes on with it.</param>
/// <param name="QueryTerms">Words that were searched for; null when nothing was searched.</param>
/// <param name="RetrievalConfidence">That the first article answers, in [0, 1]; null when nothing was searched.</param>
/// <param name="Documents">Articles found, best first.</param>
/// <param name="Passages">Passages found, in the order of their articles.</param>
/// <param name="Support">For each sentence of the answer, the passage that it was taken from.</param>
/// <param name="Question">The customer's words, redacted; null while text is not captured. So are the other texts.</param>
/// <param name="Spans">The turn's own span first, the others in the order in which they began.</param>
public sealed record TurnTrace(
    string TraceId,
    string ConversationId,
    string? MessageId,
    DateTimeOffset Start,
    string? PolicyVersion,
    string? Language,
    string? Tone,
    IReadOnlyList<string> Signals,
    string? Intent,
    string? Action,
    string? Reason,
    string? Rule,
    string? Priority,
    double? Confidence,
    string? Silence,
    double? AgainAfter,
    int? QueryTerms,
    double? RetrievalConfidence,
    IReadOnlyList<SpanDocument> Documents,
    IReadOnlyList<SpanPassage> Passages,
    IReadOnlyList<string> CitedArticles,
    IReadOnlyList<string> Support,
    IReadOnlyList<string> Links,
    int? ReplyLength,
    IReadOnlyList<SendTrace> Sends,
    ModelUse? Model,
    string? Question,
    string? Reply,
    IReadOnlyList<string>? Sentences,
    IReadOnlyDictionary<string, string> PassageTexts,
    IReadOnlyList<SpanRecord> Spans)
{
    /// <summary>What the confidence was made of; null when nothing was searched.</summary>
    public ConfidenceFeatures? Features { get; init; }

    /// <summary>Where the passages say the sentences of the answer.</summary>
    public IReadOnlyList<SpanCitation> Citations { get; init; } = [];

    /// <summary>Why a model that was asked for the answer did not write it; null when it did, or was not asked.</summary>
    public string? ModelFallback { get; init; }

    /// <summary>What was done: a decision that was not carried out is a silence; <c>failed</c> when the turn threw.</summary>
    public string Outcome => Spans[0].IsError ? "failed" : Silence is not null || Action is null ? "silent" : Action;

    /// <summary>Something that the customer reads was sent.</summary>
    public bool HasReplied => Sends.Any(send => send is { Kind: "reply", IsError: false });
}
