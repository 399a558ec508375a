using IntercomRag.Core.Conversations;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Retrieval;

/// <summary>Makes the search query of a turn from its words and, when they are few, from what was said before.</summary>
public static class ConversationQuery
{
    /// <summary>
    /// Informative words that a question needs to stand on its own. Below it ("et pour deux ?", "what about Android?") the earlier messages
    /// join with the weight that is missing; above it they would drag a new subject back to the old one.
    /// </summary>
    public const int StandsAlone = 4;

    /// <summary>Weight of a word that only an earlier message has, when the message has no informative word of its own.</summary>
    private const double EarlierWeight = 0.6;

    /// <summary>Each message further back counts for half of the one after it.</summary>
    private const double Fading = 0.5;

    /// <summary>Messages of the customer before this turn that can still matter.</summary>
    private const int MessagesBack = 3;

    public static IReadOnlyList<WeightedTerm> Build(Turn turn)
    {
        var own = TextAnalyzer.AnalyzeQuery(turn.SearchText);
        var weights = own.ToDictionary(term => term, _ => 1.0, StringComparer.Ordinal);
        var informative = TextAnalyzer.Words(turn.SearchText).Where(word => !StopWords.Contains(word)).Distinct().Count();
        if (informative < StandsAlone)
        {
            var weight = EarlierWeight * (StandsAlone - informative) / StandsAlone;
            var earlier = turn.Before.Where(message => message.Author.Kind == AuthorKind.Customer).Reverse().Take(MessagesBack);
            foreach (var message in earlier)
            {
                foreach (var term in TextAnalyzer.AnalyzeQuery(message.Text))
                {
                    weights.TryAdd(term, weight);
                }

                weight *= Fading;
            }

            if (informative == 0)
            {
                // "oui", "comment ?": what is left of it are stop words, and the earlier messages are the question.
                foreach (var term in own.Where(_ => weights.Count > own.Count))
                {
                    weights.Remove(term);
                }
            }
        }

        return [.. weights.Select(entry => new WeightedTerm(entry.Key, entry.Value))];
    }
}
