using IntercomRag.Core.Answers.Verification;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers;

/// <summary>The last check of an answer, whoever composed it: nothing invented, no unknown link, nothing unpublished.</summary>
public sealed class AnswerCheck(IKnowledgeIndex index, AnswerVerifier verifier)
{
    /// <summary>
    /// The answer with what passed: quotations whose every line stands in their passage or is a heading above it, written sentences that their passages
    /// support, links to articles that are in the index at this moment. Null when an article that it rests on has left the index meanwhile, or nothing is
    /// left to say.
    /// </summary>
    /// <param name="language">The customer's; quotations may be in another one.</param>
    public async Task<CheckedAnswer?> CheckAsync(AnswerDraft draft, string language, CancellationToken cancellationToken)
    {
        var sources = draft.Blocks.SelectMany(block => block.Sources).Select(source => source.Article.Key).Distinct().ToList();
        var keys = draft.Links.Concat(sources).Distinct().ToList();
        var published = (await index.FindAsync(keys, cancellationToken)).ToDictionary(card => card.Key);
        if (sources.Exists(key => !published.ContainsKey(key)))
        {
            return null;
        }

        var supported = draft.Blocks.Where(block => block.Written?.All(sentence => verifier.IsSupported(sentence, language)) ?? IsQuoted(block)).ToList();
        var links = draft.Links.Distinct().Where(published.ContainsKey).Select(key => published[key]).Where(card => card.Url is not null);
        return supported.Count == 0 ? null : new CheckedAnswer(supported, [.. links]);
    }

    private static bool IsQuoted(AnswerBlock block)
    {
        var chunk = block.Source.Chunk;
        var texts = chunk.HeadingPath.Append(chunk.Text).Select(Normalize).ToList();
        return block.Text.Lines.Select(Normalize).All(line => texts.Exists(text => text.Contains(line, StringComparison.Ordinal)));
    }

    // A paragraph that was shortened to some of its sentences has other white space than its source.
    private static string Normalize(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
