using System.Numerics;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>Guesses which words of the articles somebody meant who mistyped one: <c>fcature</c> is <c>facture</c>.</summary>
internal static class Spelling
{
    /// <summary>A shorter word has too many neighbours: "cart" is no mistyped "card".</summary>
    private const int Shortest = 5;

    /// <summary>Letters from which on two slips are forgiven.</summary>
    private const int Long = 9;

    /// <summary>Words that a slip can stand for at once.</summary>
    private const int Guesses = 2;

    /// <summary>Stems of the nearest words that articles have; the commonest first. Empty for what is no plain word.</summary>
    public static IReadOnlyList<int> FindNear(string word, Vocabulary vocabulary)
    {
        if (word.Length < Shortest || !word.All(char.IsAsciiLetter))
        {
            return [];
        }

        var most = word.Length >= Long ? 2 : 1;
        var letters = Vocabulary.LettersOf(word);
        var lettersOf = vocabulary.Letters;
        var articles = vocabulary.Articles;
        var near = new List<(int Slips, int Articles, string Text, int Stem)>();
        for (var length = word.Length - most; length <= word.Length + most; length++)
        {
            foreach (var number in vocabulary.OfLength(length))
            {
                // One slip changes two of the letters that a word has at most, and nearly all words are told apart by that alone.
                if (BitOperations.PopCount(letters ^ lettersOf[number]) <= 2 * most
                    && articles[number] > 0
                    && vocabulary.TextOf(number) is var text
                    && Slips(word, text) is var slips && slips <= most)
                {
                    near.Add((slips, articles[number], text, vocabulary.Stems[number]));
                }
            }
        }

        return near.Count == 0
            ? []
            : [.. near.Where(guess => guess.Slips == near.Min(other => other.Slips))
                .OrderByDescending(guess => guess.Articles)
                .ThenBy(guess => guess.Text, StringComparer.Ordinal)
                .Select(guess => guess.Stem)
                .Distinct()
                .Take(Guesses)];
    }

    /// <summary>Letters left out, added, replaced or swapped with their neighbour (optimal string alignment distance).</summary>
    internal static int Slips(string a, string b)
    {
        var rows = new int[3, b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (now, before, twoBefore) = (i % 3, (i + 2) % 3, (i + 1) % 3);
            rows[now, 0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[before, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[now, j] = Math.Min(replaced, Math.Min(rows[before, j], rows[now, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[now, j] = Math.Min(rows[now, j], rows[twoBefore, j - 2] + 1);
                }
            }
        }

        return rows[a.Length % 3, b.Length];
    }
}
