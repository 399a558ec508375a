namespace IntercomRag.Core.Decisions.Phrases;

/// <summary>All phrase rules, by language.</summary>
public sealed class PhraseBook(IReadOnlyDictionary<string, IReadOnlyDictionary<Signal, PhraseRule>> rules)
{
    private readonly List<KeyValuePair<Signal, PhraseRule>> _rules = [.. rules.Values.SelectMany(language => language)];

    /// <summary>
    /// What phrases tell of a text. The rules of every language are asked, not only those of the text's own: people write "je veux un
    /// refund", and a wish for a human must not hang on a language guess. Which language the reply is in is decided elsewhere.
    /// </summary>
    public PhraseReading Read(string text)
    {
        var found = new HashSet<Signal>();
        var excluded = new HashSet<Signal>();
        foreach (var sentence in PhrasePattern.Tokenize(text))
        {
            foreach (var (signal, rule) in _rules)
            {
                if (rule.IsExcluded(sentence))
                {
                    excluded.Add(signal);
                }
                else if (rule.IsMatch(sentence))
                {
                    found.Add(signal);
                }
            }
        }

        return new PhraseReading(found, excluded);
    }
}
