using IntercomRag.Core.Conversations;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Decisions.Understanding;

/// <summary>Step "understand": language and signals of a turn, from its words and its history.</summary>
public sealed class TurnReader(PolicySet policies, LanguageDetector languages, Frustration frustration)
{
    public TurnUnderstanding Read(Turn turn)
    {
        var signals = new Signals(
            policies.Phrases.Read(turn.Text),
            frustration.CountUnhelpful(turn),
            Exchanges: turn.Conversation.PublicMessages.Count(message => message.Author.Kind == AuthorKind.Assistant),
            turn.Memory.Clarifications,
            turn.Memory.Offer,
            InformativeWords: TextAnalyzer.Words(turn.Text).Count(word => !StopWords.Contains(word)),
            AttachmentOnly: turn.Burst.Any(message => message.HasAttachments) && string.IsNullOrWhiteSpace(turn.Text),
            Confidence: 0);
        return new TurnUnderstanding(languages.Detect(turn), policies.Assistant.Tone.For(turn.Customer.Segments), signals);
    }
}
