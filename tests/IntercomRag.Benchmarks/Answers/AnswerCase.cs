using IntercomRag.Benchmarks.Retrieval;
using IntercomRag.Core.Answers.Quoting;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>A recorded question with the article that answers it.</summary>
/// <param name="Terms">Words that were searched for, with their weight.</param>
/// <param name="Passages">Of the right article, best first.</param>
internal sealed record AnswerCase(
    DataSetCase Recorded,
    AskedQuestion Question,
    IReadOnlyDictionary<string, double> Terms,
    IReadOnlyList<PassageHit> Passages)
{
    public string ArticleId => Passages[0].Article.Key.ArticleId;

    public AnswerScore Score(string quotation) => AnswerScore.Of(quotation, Recorded);
}
