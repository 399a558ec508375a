using IntercomRag.Core.Decisions.Intents;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>
/// What a message shows, by phrases and by the classifier. A sentence shows a signal when the classifier is sure alone, or when a phrase
/// fits and the classifier does not speak against it; an exception of the phrases silences both.
/// </summary>
public sealed class SignalReader(PolicySet policies)
{
    /// <summary>What a message only is when it is nothing else: "Bonjour ! Où sont mes factures ?" is a question.</summary>
    private static readonly HashSet<Signal> SmallTalk = [Signal.Greeting, Signal.Thanks, Signal.Yes, Signal.No, Signal.Vague, Signal.OffTopic];

    private IntentClassifier Classifier => policies.Intents.Value;

    /// <summary>Each signal once, with what speaks for it; nothing for a plain question.</summary>
    public IReadOnlyList<SignalEvidence> Read(string text)
    {
        var found = new Dictionary<Signal, SignalEvidence>();
        var onlySmallTalk = true;
        foreach (var sentence in CustomerSentences.Split(text))
        {
            var shown = ReadSentence(sentence);
            onlySmallTalk &= shown.Exists(evidence => SmallTalk.Contains(evidence.Signal)) || TextAnalyzer.Words(sentence).All(StopWords.Contains);
            foreach (var evidence in shown)
            {
                found[evidence.Signal] = found.TryGetValue(evidence.Signal, out var other) ? evidence.Or(other) : evidence;
            }
        }

        return [.. found.Values.Where(evidence => onlySmallTalk || !SmallTalk.Contains(evidence.Signal)).OrderBy(evidence => evidence.Signal)];
    }

    /// <summary>What the classifier gives a signal at most, over the parts of a message; 1 for a signal that it does not know.</summary>
    public double ProbabilityOf(Signal signal, string text) =>
        policies.Assistant.Signals.ContainsKey(signal)
            ? CustomerSentences.Split(text).SelectMany(CustomerSentences.Clauses).Select(clause => Classifier.Classify(clause)[signal]).DefaultIfEmpty(0).Max()
            : 1;

    private List<SignalEvidence> ReadSentence(string sentence)
    {
        var phrases = policies.Phrases.Read(sentence);
        var clauses = CustomerSentences.Clauses(sentence).Select(clause => (Text: clause, Probabilities: Classifier.Classify(clause))).ToList();
        var shown = new List<SignalEvidence>();
        foreach (var (signal, threshold) in policies.Assistant.Signals)
        {
            var clause = clauses.MaxBy(clause => clause.Probabilities[signal]);
            var probability = clause.Probabilities[signal];
            var byPhrase = phrases.Found.Contains(signal) && probability >= threshold.WithPhrase;
            var byClassifier = probability >= threshold.Alone && !phrases.Excluded.Contains(signal);
            if (byPhrase || byClassifier)
            {
                shown.Add(new SignalEvidence(signal, probability, byPhrase, byClassifier, Classifier.Explain(clause.Text, signal)));
            }
        }

        shown.AddRange(phrases.Found.Where(signal => !policies.Assistant.Signals.ContainsKey(signal)).Select(SignalEvidence.OfPhrase));
        return shown;
    }
}
