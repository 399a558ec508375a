using IntercomRag.Benchmarks.Retrieval;
using IntercomRag.Core.Answers;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>A recorded question with the article that answers it, as an answerer gets the two.</summary>
/// <param name="Request">Its evidence has one article, the right one, with all its passages, best first.</param>
internal sealed record AnswerCase(DataSetCase Recorded, AnswerRequest Request)
{
    public string ArticleId => Passages[0].Article.Key.ArticleId;

    public IReadOnlyList<PassageHit> Passages => Request.Evidence.Articles[0].Passages;
}
