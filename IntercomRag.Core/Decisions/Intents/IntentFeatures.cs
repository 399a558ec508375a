namespace IntercomRag.Core.Decisions.Intents;

/// <summary>
/// What the classifier sees of a text, each with the name under which traces show it: <c>rembourser</c> (a word), <c>un humain</c> (two in
/// a row), <c>remb-</c> (a beginning, for inflection), <c>[give back]</c> (a concept), <c>[talk] [person]</c> (two of them, near each other),
/// <c>not:resilier</c> (refused), <c>[they] veut</c> (somebody else), <c>[capitals]</c> (the look).
/// </summary>
internal sealed class IntentFeatures(Concepts concepts)
{
    private const int Beginning = 4;

    /// <summary>Words between which two concepts make a pair.</summary>
    private const int Near = 6;

    /// <summary>Each feature of a text once; sentences are read apart, so that no pair reaches over their end.</summary>
    public IReadOnlySet<string> Of(IEnumerable<string> sentences)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        var words = 0;
        foreach (var sentence in sentences)
        {
            words += Add(features, sentence);
        }

        features.Add(words switch { <= 1 => "[1 word]", <= 3 => "[2-3 words]", <= 6 => "[4-6 words]", <= 15 => "[7-15 words]", _ => "[long]" });
        return features;
    }

    private int Add(HashSet<string> features, string sentence)
    {
        var words = IntentWords.Read(sentence);
        var refused = IntentWords.Refused(words);
        var meanings = words.Select(concepts.Of).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (refused[i])
            {
                features.Add("[not]");
                features.Add("not:" + words[i]);
                features.UnionWith(meanings[i].Select(concept => $"not:[{concept}]"));
                continue;
            }

            AddWord(features, words, i);
            AddConcepts(features, meanings, refused, i);
        }

        AddLook(features, sentence);
        return words.Count;
    }

    private static void AddWord(HashSet<string> features, IReadOnlyList<string> words, int at)
    {
        var word = words[at];
        var next = at + 1 < words.Count ? words[at + 1] : "$";
        features.Add(word);
        features.Add(word + " " + next);
        if (at == 0)
        {
            features.Add("^ " + word);
        }

        if (word.Length >= Beginning)
        {
            features.Add(word[..Beginning] + "-");
        }

        if (IntentWords.IsSomebodyElse(words, at))
        {
            features.Add("[they]");
            features.Add("[they] " + next);
            features.Add((at > 0 ? words[at - 1] : "^") + " [they]");
        }
    }

    private static void AddConcepts(HashSet<string> features, List<IReadOnlyList<string>> meanings, bool[] refused, int at)
    {
        foreach (var concept in meanings[at])
        {
            features.Add($"[{concept}]");
            for (var other = at + 1; other < meanings.Count && other <= at + Near; other++)
            {
                if (!refused[other])
                {
                    features.UnionWith(meanings[other].Where(second => second != concept).Select(second => $"[{concept}] [{second}]"));
                }
            }
        }
    }

    private static void AddLook(HashSet<string> features, string sentence)
    {
        if (TextLook.IsShouted(sentence))
        {
            features.Add("[capitals]");
        }

        if (TextLook.IsPressed(sentence))
        {
            features.Add("[!!]");
        }

        if (sentence.EndsWith('?'))
        {
            features.Add("[?]");
        }
    }
}
