using IntercomRag.Benchmarks.Retrieval;
using IntercomRag.Core.Answers;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>How a quotation compares with what the data set says of the answer.</summary>
/// <param name="HasKey">1 when it holds the grounding text, or for a set without one a sentence of the reference answer; else 0.</param>
/// <param name="Recall">Share of the reference answer's words that it has, repetitions counted.</param>
/// <param name="F1">Of the words of both.</param>
internal sealed record AnswerScore(double HasKey, double Recall, double F1, double Length)
{
    /// <summary>Share of a key text's informative words that a quotation must have to hold it. A quotation is cut at other places than the key.</summary>
    private const double Enough = 0.8;

    /// <summary>Informative words of a sentence of the reference answer, below which it says too little to be a key ("Yes, you can.").</summary>
    private const int LeastWords = 4;

    public static AnswerScore operator -(AnswerScore one, AnswerScore other) =>
        new(one.HasKey - other.HasKey, one.Recall - other.Recall, one.F1 - other.F1, one.Length - other.Length);

    public static AnswerScore Of(string quotation, DataSetCase recorded)
    {
        var quoted = Words(quotation);
        var reference = Words(recorded.Answer);
        var common = Common(quoted, reference);
        var recall = reference.Count == 0 ? 0 : (double)common / reference.Count;
        var precision = quoted.Count == 0 ? 0 : (double)common / quoted.Count;
        return new AnswerScore(
            Keys(recorded).Any(key => Holds(quotation, key)) ? 1 : 0,
            recall,
            recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision),
            quotation.Length);
    }

    /// <summary>The texts of which a good quotation holds one; none when the set says nothing usable of this case.</summary>
    public static IReadOnlyList<string> Keys(DataSetCase recorded) =>
        recorded.Grounding.Length > 0
            ? [recorded.Grounding]
            : [.. recorded.Answer.Split('\n').SelectMany(SentenceSplitter.Split).Where(sentence => TextAnalyzer.AnalyzeQuery(sentence).Count >= LeastWords)];

    private static bool Holds(string quotation, string key)
    {
        var has = TextAnalyzer.Analyze(quotation).ToHashSet(StringComparer.Ordinal);
        var wanted = TextAnalyzer.AnalyzeQuery(key);
        return wanted.Count(has.Contains) >= Enough * wanted.Count;
    }

    private static List<string> Words(string text) => [.. TextAnalyzer.Words(text)];

    private static int Common(List<string> one, List<string> other)
    {
        var counts = one.CountBy(word => word).ToDictionary();
        return other.CountBy(word => word).Sum(word => Math.Min(word.Value, counts.GetValueOrDefault(word.Key)));
    }
}
