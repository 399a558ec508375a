namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// <c>answer.language</c>: the turn is held in the customer's language, and so are the articles that it quotes, unless a right one exists only in
/// another. Measured where a reply was sent and the label says the language.
/// </summary>
public sealed class LanguageEvaluator : TurnEvaluator
{
    public const string Name = "answer.language";

    private static readonly string[] s_languages = ["fr", "en"];

    public override IReadOnlyCollection<string> EvaluationMetricNames { get; } = [Name];

    public override IEnumerable<EvaluationMetric> Evaluate(TurnEvaluationContext turn)
    {
        if (turn.Record?.Locale is not { } locale || !s_languages.Contains(locale) || !turn.Trace.HasReplied)
        {
            yield break;
        }

        if (turn.Trace.Language != locale)
        {
            yield return YesNo(Name, false, $"answered in {turn.Trace.Language}, asked in {locale}");
            yield break;
        }

        var foreign = turn.Trace.CitedArticles.FirstOrDefault(article =>
            TurnEvaluationContext.LocaleOf(article) != locale
            && turn.Catalogue?.LocalesOf(TurnEvaluationContext.ArticleOf(article)).Contains(locale) != false);
        yield return YesNo(Name, foreign is null, foreign is null ? null : $"{foreign} is quoted, which also exists in {locale}");
    }
}
