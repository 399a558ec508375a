using System.Text.RegularExpressions;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Text;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Retrieval.Words;

/// <summary>Takes an article apart into sentences of numbered words.</summary>
internal sealed partial class ArticleReader(Vocabulary vocabulary, RankingWeights weights)
{
    public ArticleWords Read(IndexedArticle article)
    {
        var words = new List<int>();
        var sentences = new List<Sentence>();
        Add(article.Card.Title, null, weights.Title);
        Add(article.Description ?? "", null, weights.Heading);
        var length = words.Count;
        foreach (var chunk in article.Chunks)
        {
            foreach (var heading in chunk.HeadingPath)
            {
                Add(heading, chunk.Ordinal, weights.Heading);
            }

            // Nobody searches for "https", "help" or "en" by an address.
            var before = words.Count;
            foreach (var sentence in SentenceEnd().Split(LinkTargets.Without(chunk.Text)))
            {
                Add(sentence, chunk.Ordinal, 1);
            }

            length += words.Count - before;
        }

        return new ArticleWords(article.Card.Key, article.Audience, [.. words], [.. sentences]) { Length = Math.Max(1, length) };

        void Add(string text, int? passage, float weight)
        {
            var start = words.Count;
            words.AddRange(TextAnalyzer.Tokenize(text).Select(vocabulary.Add));
            if (words.Count > start)
            {
                sentences.Add(new Sentence(start, words.Count - start, passage, weight));
            }
        }
    }

    // A line break ends a sentence: it separates the items of a list and the rows of a table.
    [GeneratedRegex(@"(?<=[.!?…])\s+(?=\p{Lu})|\n+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
