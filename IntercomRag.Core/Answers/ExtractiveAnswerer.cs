using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers;

/// <summary>Answers by quoting: the best passage of the best article, word for word. It cannot say what no article says.</summary>
public sealed class ExtractiveAnswerer(PolicySet policies) : IAnswerer
{
    public Task<AnswerDraft?> ComposeAsync(AnswerRequest request, CancellationToken cancellationToken) => Task.FromResult(Compose(request));

    private AnswerDraft? Compose(AnswerRequest request)
    {
        if (request.Evidence.Articles.Count == 0)
        {
            return null;
        }

        var first = request.Evidence.Articles[0];
        var passage = first.Passages[0];
        var blocks = PassageSelector.Select(passage.Chunk, TermsFor(request, passage.Chunk));
        var thresholds = policies.Assistant.Thresholds;
        var links = request.Evidence.Articles
            .Where(article => article.Score >= thresholds.Link * first.Score)
            .Select(article => article.Article.Key)
            .Take(thresholds.Links);
        return blocks.Count == 0 ? null : new AnswerDraft([.. blocks.Select(block => new AnswerBlock(block, passage))], [.. links]);
    }

    // The history found the article; what to quote of it is what is asked now. "And if I lose my phone?" wants another paragraph than the
    // question before it.
    private static IReadOnlyDictionary<string, double> TermsFor(AnswerRequest request, Chunk chunk)
    {
        var asked = TextAnalyzer.AnalyzeQuery(request.Turn.Text).ToHashSet(StringComparer.Ordinal);
        var now = request.Evidence.Terms.Where(term => asked.Contains(term.Key)).ToDictionary(StringComparer.Ordinal);
        return Coverage.Of(chunk.Text, now) > 0 ? now : request.Evidence.Terms;
    }
}
