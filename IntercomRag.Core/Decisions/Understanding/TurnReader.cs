using IntercomRag.Core.Conversations;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>Step "understand": language and signals of a turn, from its words and its history.</summary>
public sealed class TurnReader(
    PolicySet policies, SignalReader reader, LanguageDetector languages, Frustration frustration, CustodyReader custody)
{
    public TurnUnderstanding Read(Turn turn)
    {
        var evidence = reader.Read(turn.Text);
        var mood = frustration.Read(turn, evidence);
        if (mood.IsPressing && evidence.All(item => item.Signal != Signal.Unhelpful))
        {
            evidence = [.. evidence, SignalEvidence.OfPressing];
        }

        var signals = new Signals(
            evidence.Select(item => item.Signal).ToHashSet(),
            mood.Unhelpful,
            Exchanges(turn.Conversation),
            turn.Memory.Clarifications,
            turn.Memory.Offer,
            InformativeWords: TextAnalyzer.Words(turn.Text).Count(word => !StopWords.Contains(word)),
            AttachmentOnly: turn.Burst.Any(message => message.HasAttachments) && string.IsNullOrWhiteSpace(turn.Text),
            Confidence: 0);
        return Understanding(turn, signals, evidence);
    }

    /// <summary>Language and tone alone, for a turn in which reading failed.</summary>
    public TurnUnderstanding Skim(Turn turn) => Understanding(turn, Signals.None, []);

    private TurnUnderstanding Understanding(Turn turn, Signals signals, IReadOnlyList<SignalEvidence> evidence) =>
        new(languages.Detect(turn), policies.Assistant.Tone.For(turn.Customer.Segments), signals, evidence);

    // What was said before a human gave the conversation back is another matter.
    private int Exchanges(Conversation conversation) => conversation.Messages
        .Skip(custody.Read(conversation).Since)
        .Count(message => message.IsPublic && message.Author.Kind == AuthorKind.Assistant);
}
