using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Answers.Quoting;

/// <summary>Reads the <see cref="UnitSigns"/> of every unit of an article for a question.</summary>
internal static class SignReader
{
    public static IReadOnlyList<UnitSigns> Read(ArticleUnits article, AskedQuestion question, IReadOnlyList<PassageHit> passages)
    {
        var units = article.Units;

        // What stands above all headings is about the title.
        var headings = article.Sections.Select(path => Share(WordsOf(path.Count == 0 ? [passages[0].Article.Title] : path), question.Now, AskingWords.None)).ToList();
        var replied = RepliedWeights(units, question);
        var best = passages.Select(passage => passage.Score).DefaultIfEmpty().Max();
        return
        [
            .. units.Select((unit, i) => (Unit: unit, Index: i, Fits: AnswerForm.Fits(question.Kind, unit))).Select(at => new UnitSigns(
                Share(at.Unit.Words, question.Now, at.Fits ? AskingWords.Of(question.Kind) : AskingWords.None),
                Share(at.Unit.Words, question.Earlier, at.Fits ? AskingWords.Of(question.Kind) : AskingWords.None),
                headings[at.Unit.Section],
                question.Leans * Share(at.Unit.Words, replied, AskingWords.None),
                best > 0 ? at.Unit.Source.Score / best : 0,
                at.Fits ? 1 : 0,
                1.0 / (1 + at.Unit.Section - units[0].Section),
                article.Neighbour(at.Index, -1) is null ? 1 : 0)),
        ];
    }

    private static double Share(IReadOnlySet<string> words, IReadOnlyDictionary<string, double> terms, IReadOnlySet<string> answered)
    {
        var (present, total) = (0.0, 0.0);
        foreach (var (term, weight) in terms)
        {
            total += weight;
            present += words.Contains(term) || answered.Contains(term) ? weight : 0;
        }

        return total > 0 ? present / total : 0;
    }

    // How rare the words are in the Help Center was asked for the question's words only; in the article it shows by itself.
    private static Dictionary<string, double> RepliedWeights(IReadOnlyList<Unit> units, AskedQuestion question)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        if (question.Leans > 0)
        {
            foreach (var word in question.Replied)
            {
                var with = units.Count(unit => unit.Words.Contains(word));
                if (with > 0)
                {
                    weights[word] = Math.Log(1 + ((double)units.Count / with));
                }
            }
        }

        return weights;
    }

    private static HashSet<string> WordsOf(IEnumerable<string> headings) =>
        TextAnalyzer.Analyze(string.Join('\n', headings)).ToHashSet(StringComparer.Ordinal);
}
