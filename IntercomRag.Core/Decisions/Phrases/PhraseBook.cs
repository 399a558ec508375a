namespace IntercomRag.Core.Decisions.Phrases;

/// <summary>All phrase rules, by language.</summary>
public sealed class PhraseBook(IReadOnlyDictionary<string, IReadOnlyDictionary<Signal, PhraseRule>> rules)
{
    /// <summary>
    /// Signals of a text. The rules of every language are asked, not only those of the text's own: people write "je veux un refund", and
    /// a wish for a human must not hang on a language guess. Which language the reply is in is decided elsewhere.
    /// </summary>
    public IReadOnlySet<Signal> Read(string text)
    {
        var sentences = PhrasePattern.Tokenize(text);
        var signals = new HashSet<Signal>();
        foreach (var language in rules.Values)
        {
            foreach (var (signal, rule) in language)
            {
                if (!signals.Contains(signal) && rule.Match(sentences) is not null)
                {
                    signals.Add(signal);
                }
            }
        }

        return signals;
    }
}
