using IntercomRag.Core.Prompts;
using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Evaluators;

/// <summary>All that an evaluator sees: the trace of a turn, what is right, and which articles there are.</summary>
/// <param name="trace">Read from spans, of a replayed turn or of one that happened.</param>
/// <param name="record">Null for a trace that nobody has labelled.</param>
/// <param name="catalogue">Null when the articles are not known.</param>
public sealed class TurnEvaluationContext(TurnTrace trace, RecordedConversation? record, ArticleCatalogue? catalogue) : EvaluationContext("Turn")
{
    private static readonly string s_answerPrompt = CodeName.Of(PromptName.Answer);

    public TurnTrace Trace { get; } = trace;

    public RecordedConversation? Record { get; } = record;

    public GoldLabel? Gold => Record?.Gold;

    public ArticleCatalogue? Catalogue { get; } = catalogue;

    /// <summary>Article ids, without their languages, best first.</summary>
    public IReadOnlyList<string> RankedArticles { get; } = [.. trace.Documents.Select(document => ArticleOf(document.Id)).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Whether the first article is a right one, for turns in which that is known: the label names articles, or says that none answers. Null otherwise.
    /// </summary>
    public bool? IsFirstRight => Gold switch
    {
        _ when Trace.QueryTerms is null => null,
        { ArticleIds: { Count: > 0 } right } => RankedArticles.Count > 0 && right.Contains(RankedArticles[0]),
        { Answerable: false } => false,
        _ => null,
    };

    /// <summary>The assistant answered, whatever it was to do.</summary>
    public bool HasAnswered => Trace.Outcome == "answer";

    /// <summary>A model was asked for the answer.</summary>
    public bool IsWritingAsked { get; } = trace.Spans.Any(span => span.Text(TelemetryNames.Attributes.PromptName) == s_answerPrompt);

    /// <summary>The answer is in a model's words, not in those of articles.</summary>
    public bool IsWritten => HasAnswered && IsWritingAsked && Trace.ModelFallback is null;

    /// <summary>Of <c>1003/fr</c> or <c>1003/fr#2</c>, the <c>1003</c>.</summary>
    public static string ArticleOf(string id) => id.LastIndexOf('/') is var slash and > 0 ? id[..slash] : id;

    /// <summary>Of <c>1003/fr</c> or <c>1003/fr#2</c>, the <c>fr</c>.</summary>
    public static string LocaleOf(string id) => id.LastIndexOf('/') is var slash and > 0 ? id[(slash + 1)..].Split('#')[0] : "";
}
