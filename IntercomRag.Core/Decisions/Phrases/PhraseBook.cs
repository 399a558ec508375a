using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Phrases;

/// <summary>All phrase rules, by language.</summary>
public sealed class PhraseBook(IReadOnlyDictionary<string, IReadOnlyDictionary<Signal, PhraseRule>> rules)
{
    /// <summary>What a message only is when it is nothing else: "Bonjour ! Où sont mes factures ?" is a question.</summary>
    private static readonly HashSet<Signal> SmallTalk = [Signal.Greeting, Signal.Thanks, Signal.Yes, Signal.No, Signal.Vague];

    /// <summary>
    /// Signals of a text. The rules of every language are asked, not only those of the text's own: people write "je veux un refund", and
    /// a wish for a human must not hang on a language guess. Which language the reply is in is decided elsewhere.
    /// </summary>
    public IReadOnlySet<Signal> Read(string text)
    {
        var signals = new HashSet<Signal>();
        var onlySmallTalk = true;
        foreach (var sentence in PhrasePattern.Tokenize(text))
        {
            var found = ReadSentence(sentence);
            signals.UnionWith(found);
            onlySmallTalk &= found.Overlaps(SmallTalk) || sentence.All(StopWords.Contains);
        }

        if (!onlySmallTalk)
        {
            signals.ExceptWith(SmallTalk);
        }

        return signals;
    }

    private HashSet<Signal> ReadSentence(IReadOnlyList<string> sentence) =>
        [.. rules.Values.SelectMany(language => language).Where(rule => rule.Value.IsMatch(sentence)).Select(rule => rule.Key)];
}
