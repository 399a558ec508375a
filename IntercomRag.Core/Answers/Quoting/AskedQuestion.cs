using IntercomRag.Core.Conversations;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>What a turn asks, as far as it decides what is quoted.</summary>
/// <param name="Now">Analysed words of the customer's last words, with their weight.</param>
/// <param name="Earlier">Those that only the history has: they found the article, and say less about the place in it.</param>
/// <param name="Replied">Analysed words of the assistant's last message, to which "yes" or "no, I have not" answers.</param>
public sealed record AskedQuestion(
    QuestionKind Kind,
    IReadOnlyDictionary<string, double> Now,
    IReadOnlyDictionary<string, double> Earlier,
    IReadOnlySet<string> Replied)
{
    /// <summary>How much of its subject the message leaves to the assistant's last message, in [0, 1].</summary>
    public double Leans => Math.Max(0, 1 - ((double)Now.Count / ConversationQuery.StandsAlone));

    public static AskedQuestion Of(Turn turn, Evidence evidence)
    {
        var asked = TextAnalyzer.AnalyzeQuery(turn.SearchText).ToHashSet(StringComparer.Ordinal);
        var before = turn.Before.LastOrDefault(message => message.Author.Kind == AuthorKind.Assistant)?.Text ?? "";
        return new AskedQuestion(
            KindOf(turn),
            evidence.Terms.Where(term => IsAsked(term.Key)).ToDictionary(StringComparer.Ordinal),
            evidence.Terms.Where(term => !IsAsked(term.Key)).ToDictionary(StringComparer.Ordinal),
            TextAnalyzer.AnalyzeQuery(before).ToHashSet(StringComparer.Ordinal));

        // « Et pour Network ? » asks what the message before it asked.
        static QuestionKind KindOf(Turn turn)
        {
            var kind = QuestionReader.KindOf(turn.Text);
            var isFollowUp = kind == QuestionKind.Other && TextAnalyzer.AnalyzeQuery(turn.Text).Count < ConversationQuery.StandsAlone / 2;
            var before = isFollowUp ? turn.Before.LastOrDefault(message => message.Author.Kind == AuthorKind.Customer) : null;
            return before is null ? kind : QuestionReader.KindOf(before.Text);
        }

        // Which of the messages a translation comes from is not kept: their weight tells.
        bool IsAsked(string term) => evidence.IsTranslated || asked.Contains(term);
    }
}
