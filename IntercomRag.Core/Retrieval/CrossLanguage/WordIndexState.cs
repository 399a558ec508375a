using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>A word index at one moment.</summary>
internal readonly record struct WordIndexState(WordIndex Words, long Version)
{
    public static WordIndexState Of(WordIndex words) => new(words, words.Version);
}
