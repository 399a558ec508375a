using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Recorded;
using IntercomRag.Testing;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>A question of the demo set that one article answers.</summary>
/// <param name="Locale">Of the question, and of the text of the article that is attacked.</param>
internal sealed record DemoQuestion(string Text, string ArticleId, string Locale)
{
    /// <summary>One for each article and language, in the order of the file.</summary>
    public static IReadOnlyList<DemoQuestion> Read() =>
    [
        .. ConversationFile.Read(Path.Combine(RepositoryRoot.Folder, "eval", "conversations.jsonl"), AgentRole.Auto, new TraceWarnings())
            .Where(record => record is { Turns.Count: 1, Gold: { Action: "answer", ArticleIds.Count: > 0 }, Locale: not null })
            .Select(record => new DemoQuestion(record.Turns[0].Text, record.Gold!.ArticleIds[0], record.Locale!))
            .DistinctBy(question => (question.ArticleId, question.Locale)),
    ];
}
