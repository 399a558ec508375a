using IntercomRag.Core.Knowledge;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>The words of one article, as the ranking reads them.</summary>
/// <param name="Words">Numbers in the vocabulary, in the order of the text.</param>
internal sealed record ArticleWords(ArticleKey Key, Audience Audience, int[] Words, Sentence[] Sentences)
{
    /// <summary>In words, headings left out: they repeat above every passage.</summary>
    public int Length { get; init; }

    public ReadOnlySpan<int> WordsOf(Sentence sentence) => Words.AsSpan(sentence.Start, sentence.Length);
}
