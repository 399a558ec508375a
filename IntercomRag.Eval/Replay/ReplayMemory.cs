using IntercomRag.Core.Conversations;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Retrieval.Text;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Replay;

/// <summary>
/// What the assistant would remember of the turns before, read from its own recorded words: its questions and offers are sentences of
/// <c>policies/messages.*.json</c>.
/// </summary>
public sealed class ReplayMemory(PolicySet policies)
{
    private static readonly MessageKey[] s_offers = [MessageKey.OfferHuman, MessageKey.OfferHumanUnknown];

    private static readonly MessageKey[] s_questions = [MessageKey.Clarify, MessageKey.ClarifyAttachment, MessageKey.ClarifyChoice];

    private static readonly MessageKey[] s_handovers =
    [
        .. Enum.GetValues<MessageKey>().Where(key => key.ToString().StartsWith(nameof(MessageKey.Handover), StringComparison.Ordinal))
            .Except([MessageKey.HandoverOpen, MessageKey.HandoverClosed]),
    ];

    private readonly IReadOnlyList<string> _offers = Sentences(policies, s_offers);
    private readonly IReadOnlyList<string> _questions = Sentences(policies, s_questions);
    private readonly IReadOnlyList<string> _handovers = Sentences(policies, s_handovers);

    public ConversationMemory Before(RecordedConversation record)
    {
        var last = record.Turns.ToList().FindLastIndex(turn => turn.Author != AuthorKind.Customer);
        if (last < 0 || record.Turns[last].Author != AuthorKind.Assistant)
        {
            return ConversationMemory.Empty;
        }

        var handled = record.Turns.Take(last).ToList().FindLastIndex(turn => turn.Author == AuthorKind.Customer);
        var clarifications = record.Turns.Take(last + 1).Reverse()
            .Where(turn => turn.Author == AuthorKind.Assistant)
            .TakeWhile(turn => Says(turn, _questions))
            .Count();
        return ConversationMemory.Empty with
        {
            HandledUpTo = handled < 0 ? null : ReplayConversation.MessageId(handled),
            Clarifications = clarifications,
            Offer = Says(record.Turns[last], _offers),
            HandedOver = Says(record.Turns[last], _handovers),
        };
    }

    private static bool Says(RecordedTurn turn, IReadOnlyList<string> sentences)
    {
        var words = Plain(turn.Text);
        return sentences.Any(sentence => words.Contains(sentence, StringComparison.Ordinal));
    }

    // The words up to the first placeholder: "I am passing your conversation to the {team} team".
    private static IReadOnlyList<string> Sentences(PolicySet policies, MessageKey[] keys) =>
    [
        .. from language in policies.Messages.Languages
           from key in keys
           from tone in Enum.GetValues<Tone>()
           select Plain(policies.Messages.Text(language, key, tone).Split('{')[0]) into sentence
           where sentence.Length > 0
           select sentence,
    ];

    private static string Plain(string text) => $" {string.Join(' ', TextAnalyzer.Words(text))} ";
}
