using System.Text.RegularExpressions;
using IntercomRag.Core.Retrieval.Text;
using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Telemetry.Traces;

namespace IntercomRag.Eval.Evaluators;

/// <summary>
/// What the sentences of a model rest on. They put things in other words, and one may rest on several passages, so they are held to the passages that they
/// cite together: to six in ten of their words, without those that every sentence has, and to every number. It knows nothing of how the pipeline checks
/// them.
/// </summary>
internal sealed partial class WrittenGround(TurnTrace trace)
{
    private const double SameWords = 0.6;

    // "Voici comment faire :"
    private const int WordsOfALead = 3;

    private readonly ILookup<int, SpanCitation> _citations = trace.Citations.ToLookup(citation => citation.Sentence);
    private readonly HashSet<string> _found = trace.Documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a sentence claims nothing, and so needs no passage: it leads to what follows.</summary>
    public bool IsLead(int sentence) =>
        trace.Sentences?[sentence] is { } text && _citations[sentence].All(citation => citation.Start == citation.End) && !Number().IsMatch(text) && Terms(text).Count <= WordsOfALead;

    public bool Supports(int sentence)
    {
        var cited = _citations[sentence].Select(citation => citation.Id).Distinct(StringComparer.Ordinal).ToList();
        if (cited.Count == 0 || cited.Exists(id => id.Split('#')[0] is var article && !(_found.Contains(article) && trace.CitedArticles.Contains(article))))
        {
            return false;
        }

        return trace.Sentences is not { } sentences || IsSaid(sentences[sentence], string.Join('\n', cited.Select(TextOf)));
    }

    private static bool IsSaid(string sentence, string passages)
    {
        var (terms, there) = (Terms(sentence), TextAnalyzer.Analyze(passages).ToHashSet(StringComparer.Ordinal));
        var numbers = Number().Matches(passages).Select(number => number.Value).ToHashSet(StringComparer.Ordinal);
        return terms.Count(there.Contains) >= SameWords * terms.Count && Number().Matches(sentence).All(number => numbers.Contains(number.Value));
    }

    // The title of an article stands above each of its passages.
    private string TextOf(string passage) =>
        $"{trace.Documents.FirstOrDefault(document => document.Id == passage.Split('#')[0])?.Title}\n{trace.PassageTexts.GetValueOrDefault(passage)}";

    private static IReadOnlyList<string> Terms(string text) => TextAnalyzer.AnalyzeQuery(text);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
