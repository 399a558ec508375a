using IntercomRag.Core.Answers.Quoting;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>A set whose articles are cut and whose signs are read, so that many weights can be tried.</summary>
internal sealed class PreparedSet
{
    private readonly List<(AnswerCase Case, ArticleUnits Units, IReadOnlyList<UnitSigns> Signs)> _cases;
    private readonly Dictionary<QuoteWeights, AnswerScore> _means = [];

    public PreparedSet(AnswerSet set, int mostCases)
    {
        Name = set.Name;
        var step = Math.Max(1, set.Cases.Count / mostCases);
        _cases = [.. set.Cases.Where((_, i) => i % step == 0).Select(item =>
        {
            var (units, signs) = Quoter.Read(item.Question, item.Passages);
            return (item, units, signs);
        })];
    }

    public string Name { get; }

    public AnswerScore Mean(QuoteWeights weights)
    {
        if (!_means.TryGetValue(weights, out var mean))
        {
            var scores = _cases.AsParallel().Select(prepared => prepared.Case.Score(string.Join(
                '\n', Quoter.Quote(prepared.Units, prepared.Case.Question, prepared.Signs, weights).SelectMany(block => block.Text.Lines)))).ToList();
            mean = new AnswerScore(
                scores.Average(score => score.HasKey), scores.Average(score => score.Recall), scores.Average(score => score.F1), scores.Average(score => score.Length));
            _means[weights] = mean;
        }

        return mean;
    }
}
