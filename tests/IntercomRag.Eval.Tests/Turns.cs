using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Evaluators;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Tests;

/// <summary>Hand-made traces and labels.</summary>
internal static class Turns
{
    /// <summary>Articles 1 (fr, en), 2 (fr), a draft 3 and one for leads, 4.</summary>
    public static ArticleCatalogue Catalogue { get; } = new(new ArticleSource(
        "test",
        [
            Article("1", Audience.Everyone, ArticleState.Published, "fr", "en"),
            Article("2", Audience.Everyone, ArticleState.Published, "fr"),
            Article("3", Audience.Everyone, ArticleState.Draft, "fr"),
            Article("4", Audience.AllLeads, ArticleState.Published, "fr"),
        ],
        []));

    /// <param name="action">What was decided; null for a silence.</param>
    /// <param name="ranked">Articles found, best first, as <c>id</c> or <c>id/locale</c>.</param>
    public static TurnTrace Trace(
        string? action = "answer",
        string? reason = "evidence",
        string? silence = null,
        double confidence = 0.5,
        string language = "fr",
        string tone = "friendly",
        string[]? ranked = null,
        string[]? cited = null,
        string[]? support = null,
        string[]? sentences = null,
        string[]? links = null,
        string? reply = null,
        SendTrace[]? sends = null,
        Dictionary<string, string>? passageTexts = null,
        ModelUse? model = null,
        Dictionary<string, object?>? attributes = null)
    {
        var ids = (ranked ?? []).Select(id => id.Contains('/') ? id : id + "/fr").ToList();
        return new TurnTrace(
            "5b8efff798038103d269b633813fc60c",
            "c1",
            "m1",
            DateTimeOffset.UnixEpoch,
            "0123456789ab",
            language,
            tone,
            [],
            "faq_question",
            silence is null ? action : null,
            silence is null ? reason : null,
            silence is null ? "rule" : null,
            "normal",
            confidence,
            silence,
            null,
            silence is null ? 3 : null,
            silence is null ? confidence : null,
            [.. ids.Select((id, i) => new SpanDocument(id, 10 - i, $"https://help.example/{id}", null))],
            [.. ids.Select((id, i) => new SpanPassage(id + "#0", 10 - i))],
            cited ?? [],
            support ?? [],
            links ?? [],
            reply?.Length,
            sends ?? (silence is null ? [new SendTrace("reply", null, null, IsError: false)] : []),
            model,
            null,
            reply,
            sentences,
            passageTexts ?? [],
            [new SpanRecord("5b8efff798038103d269b633813fc60c", "eee19b7ec3c1b174", null, "invoke_agent IntercomRag", DateTimeOffset.UnixEpoch, TimeSpan.Zero, false, attributes ?? [], "")]);
    }

    public static RecordedConversation Record(
        string? action = "answer",
        string[]? accept = null,
        string? reason = null,
        string[]? articles = null,
        string? answer = null,
        string[]? mustContain = null,
        bool? answerable = null,
        string locale = "fr",
        AuthorKind[]? before = null,
        string? name = null,
        string id = "r1") => new(
            id,
            null,
            locale,
            RecordedContact.Unknown with { Name = name },
            [.. (before ?? []).Select(author => new RecordedTurn(author, "…", false)), new RecordedTurn(AuthorKind.Customer, "question", false)],
            new GoldLabel(action, accept ?? [], reason, articles ?? [], answer, mustContain ?? [], answerable),
            "test",
            null,
            "test:1");

    public static TurnEvaluationContext Context(TurnTrace trace, RecordedConversation? record = null, ArticleCatalogue? catalogue = null) => new(trace, record, catalogue);

    /// <summary>What an evaluator says of a turn, by metric; empty where it does not apply.</summary>
    public static async Task<IDictionary<string, EvaluationMetric>> EvaluateAsync(
        IEvaluator evaluator, TurnTrace trace, RecordedConversation? record = null, ArticleCatalogue? catalogue = null) =>
        (await evaluator.EvaluateAsync([], new Microsoft.Extensions.AI.ChatResponse(), null, [Context(trace, record, catalogue)], TestContext.Current.CancellationToken)).Metrics;

    private static SourceArticle Article(string id, Audience audience, ArticleState state, params string[] locales) => new(
        id,
        [],
        audience,
        [
            .. locales.Select(locale => new LocalizedContent(
                locale, $"Article {id}", null, "<p>See https://status.example/now.</p>", state, new Uri($"https://help.example/{id}/{locale}"), null, null, null)),
        ]);
}
