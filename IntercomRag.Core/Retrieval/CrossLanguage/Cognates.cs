using IntercomRag.Core.Retrieval.Words;

namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>Finds words that two languages share: names, numbers and "requête" – "request".</summary>
internal sealed class Cognates
{
    /// <summary>Letters that a word must share from its beginning with a word that ends differently.</summary>
    private const int Shared = 5;

    /// <summary>Letters that may follow on either side.</summary>
    private const int Ending = 3;

    /// <summary>Probability that words with the same beginning mean the same.</summary>
    private const double Alike = 0.7;

    private readonly ILookup<string, string> _byBeginning;

    /// <param name="stems">Of the language to find them in.</param>
    public Cognates(IEnumerable<string> stems) =>
        _byBeginning = stems.Where(CanDiffer).ToLookup(stem => stem[..Shared], StringComparer.Ordinal);

    /// <summary>Null when there is none, or more than one.</summary>
    /// <param name="words">Articles of the language, as they are now.</param>
    public (string Stem, double Probability)? Find(string stem, WordIndex words)
    {
        if (words.Has(stem))
        {
            return (stem, 1);
        }

        if (!CanDiffer(stem))
        {
            return null;
        }

        var alike = _byBeginning[stem[..Shared]].Where(words.Has).Take(2).ToList();
        return alike.Count == 1 ? (alike[0], Alike) : null;
    }

    private static bool CanDiffer(string stem) => stem.Length is >= Shared and <= Shared + Ending && stem.All(char.IsAsciiLetter);
}
