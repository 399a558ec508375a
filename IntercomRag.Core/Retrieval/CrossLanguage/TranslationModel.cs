namespace IntercomRag.Core.Retrieval.CrossLanguage;

/// <summary>
/// How probably a word of one language stands for a word of the other, learned from texts that say the same: IBM Model 1, by expectation
/// maximization. The same texts in the same order give the same numbers.
/// </summary>
internal static class TranslationModel
{
    /// <summary>Pairs of words that are looked at: 16 bytes each, and a step for each round.</summary>
    public const int MostPairs = 500_000;

    private const int Rounds = 6;

    /// <summary>Times that a word has to be met until what it was met with is half believed.</summary>
    private const double Doubt = 0.5;

    private const int MostTranslations = 2;

    /// <summary>What is less probable is left out: it would find chance.</summary>
    public const double LeastProbability = 0.15;

    /// <summary>The word that stands for nothing: words of a text that have no counterpart come from it.</summary>
    private const int Nothing = -1;

    /// <summary>The first texts, as many as make no more pairs.</summary>
    public static IEnumerable<AlignedTexts> Within(int mostPairs, IEnumerable<AlignedTexts> texts)
    {
        var pairs = 0;
        return texts.Where(text => text.From.Length > 0 && text.To.Length > 0).TakeWhile(text => (pairs += (text.From.Length + 1) * text.To.Length) <= mostPairs);
    }

    /// <summary>For each word the best translations, the most probable first.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<(int Word, double Probability)>> Learn(IEnumerable<AlignedTexts> texts)
    {
        var numbers = new Dictionary<(int From, int To), int>();
        var pairs = new List<(int From, int To)>();
        var units = new List<int[]>();
        foreach (var text in texts)
        {
            units.AddRange(text.To.Select(to => text.From.Append(Nothing).Select(from => NumberOf(from, to)).ToArray()));
        }

        return Best(pairs, Maximize(pairs, units));

        int NumberOf(int from, int to)
        {
            if (!numbers.TryGetValue((from, to), out var number))
            {
                numbers[(from, to)] = number = pairs.Count;
                pairs.Add((from, to));
            }

            return number;
        }
    }

    // Each unit: one word of a text, as the pairs that it makes with the words of the other text, one of which it stands for.
    private static double[] Maximize(List<(int From, int To)> pairs, List<int[]> units)
    {
        var sources = pairs.Select(pair => pair.From).Distinct().Select((from, i) => (from, i)).ToDictionary(source => source.from, source => source.i);
        var sourceOf = pairs.Select(pair => sources[pair.From]).ToArray();
        var probabilities = Enumerable.Repeat(1.0, pairs.Count).ToArray();
        for (var round = 1; round <= Rounds; round++)
        {
            var counts = new double[pairs.Count];
            var totals = new double[sources.Count];
            foreach (var unit in units)
            {
                var sum = 0.0;
                foreach (var pair in unit)
                {
                    sum += probabilities[pair];
                }

                foreach (var pair in unit)
                {
                    var share = probabilities[pair] / sum;
                    counts[pair] += share;
                    totals[sourceOf[pair]] += share;
                }
            }

            var doubt = round == Rounds ? Doubt : 0;
            for (var pair = 0; pair < counts.Length; pair++)
            {
                probabilities[pair] = counts[pair] / (totals[sourceOf[pair]] + doubt);
            }
        }

        return probabilities;
    }

    // Of equally probable words the one that was met first: their numbers tell which article came first, not what the texts say.
    private static Dictionary<int, IReadOnlyList<(int Word, double Probability)>> Best(List<(int From, int To)> pairs, double[] probabilities) =>
        pairs.Select((pair, i) => (pair.From, pair.To, Probability: probabilities[i]))
            .Where(pair => pair.From != Nothing && pair.Probability >= LeastProbability)
            .GroupBy(pair => pair.From)
            .ToDictionary(
                word => word.Key,
                word => (IReadOnlyList<(int, double)>)
                    [.. word.OrderByDescending(pair => pair.Probability).Take(MostTranslations).Select(pair => (pair.To, pair.Probability))]);
}
