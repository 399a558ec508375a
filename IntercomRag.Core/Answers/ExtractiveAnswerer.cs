using IntercomRag.Core.Answers.Quoting;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Answers;

/// <summary>Answers by quoting the best article, word for word. It cannot say what no article says.</summary>
public sealed class ExtractiveAnswerer(PolicySet policies) : IAnswerer
{
    public Task<ComposedAnswer> ComposeAsync(AnswerRequest request, CancellationToken cancellationToken) => Task.FromResult(new ComposedAnswer(Compose(request)));

    private AnswerDraft? Compose(AnswerRequest request)
    {
        if (request.Evidence.Articles.Count == 0)
        {
            return null;
        }

        var first = request.Evidence.Articles[0];
        var blocks = Quoter.Quote(AskedQuestion.Of(request.Turn, request.Evidence), first.Passages);
        return blocks.Count == 0 ? null : new AnswerDraft(blocks, ArticleLinks.Of(request.Evidence, policies.Assistant.Thresholds));
    }
}
