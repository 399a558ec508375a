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

    private readonly WordIndex _to;
    private readonly ILookup<string, string> _byBeginning;

    /// <param name="to">Words of the language to find them in.</param>
    public Cognates(WordIndex to)
    {
        _to = to;
        _byBeginning = to.Stems().Where(stem => CanDiffer(stem.Text) && to.Has(stem.Text)).ToLookup(stem => stem.Text[..Shared], stem => stem.Text, StringComparer.Ordinal);
    }

    /// <summary>Null when there is none, or more than one.</summary>
    public (string Stem, double Probability)? Find(string stem)
    {
        if (_to.Has(stem))
        {
            return (stem, 1);
        }

        if (!CanDiffer(stem))
        {
            return null;
        }

        var alike = _byBeginning[stem[..Shared]].Take(2).ToList();
        return alike.Count == 1 ? (alike[0], Alike) : null;
    }

    private static bool CanDiffer(string stem) => stem.Length is >= Shared and <= Shared + Ending && stem.All(char.IsAsciiLetter);
}
