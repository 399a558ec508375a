using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Answers;

/// <summary>The last check of an answer, whoever composed it: nothing invented, no unknown link, nothing unpublished.</summary>
public sealed class AnswerCheck(IKnowledgeIndex index)
{
    /// <summary>
    /// The answer with what passed: blocks whose every line stands in their passage or is a heading above it, links to articles that are in the index at this
    /// moment. Null when a quoted article has left the index meanwhile, or nothing is left to say.
    /// </summary>
    public async Task<CheckedAnswer?> CheckAsync(AnswerDraft draft, CancellationToken cancellationToken)
    {
        var keys = draft.Links.Concat(draft.Blocks.Select(block => block.Source.Article.Key)).Distinct().ToList();
        var published = (await index.FindAsync(keys, cancellationToken)).ToDictionary(card => card.Key);
        if (draft.Blocks.Any(block => !published.ContainsKey(block.Source.Article.Key)))
        {
            return null;
        }

        var supported = draft.Blocks.Where(IsSupported).ToList();
        var links = draft.Links.Distinct().Where(published.ContainsKey).Select(key => published[key]).Where(card => card.Url is not null);
        return supported.Count == 0 ? null : new CheckedAnswer(supported, [.. links]);
    }

    private static bool IsSupported(AnswerBlock block)
    {
        var chunk = block.Source.Chunk;
        var texts = chunk.HeadingPath.Append(chunk.Text).Select(Normalize).ToList();
        return block.Text.Lines.Select(Normalize).All(line => texts.Exists(text => text.Contains(line, StringComparison.Ordinal)));
    }

    // A paragraph that was shortened to some of its sentences has other white space than its source.
    private static string Normalize(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
