using System.Globalization;
using IntercomRag.Core.Answers.Quoting;

namespace IntercomRag.Benchmarks.Answers;

/// <summary>Tries other <see cref="QuoteWeights"/>.</summary>
internal static class WeightFit
{
    /// <summary>Every n-th question of a large set, so that a fit takes a minute.</summary>
    private const int MostCases = 300;

    private static readonly (string Name, Func<QuoteWeights, double> Get, Func<QuoteWeights, double, QuoteWeights> With)[] Weights =
    [
        ("Asked", w => w.Asked, (w, value) => w with { Asked = value }),
        ("Earlier", w => w.Earlier, (w, value) => w with { Earlier = value }),
        ("Heading", w => w.Heading, (w, value) => w with { Heading = value }),
        ("Replied", w => w.Replied, (w, value) => w with { Replied = value }),
        ("Passage", w => w.Passage, (w, value) => w with { Passage = value }),
        ("Form", w => w.Form, (w, value) => w with { Form = value }),
        ("Early", w => w.Early, (w, value) => w with { Early = value }),
        ("Opening", w => w.Opening, (w, value) => w with { Opening = value }),
        ("SecondPlace", w => w.SecondPlace, (w, value) => w with { SecondPlace = Math.Min(value, 0.5) }),
    ];

    public static void PrintAblations(IReadOnlyList<AnswerSet> sets)
    {
        var prepared = sets.Select(set => new PreparedSet(set, int.MaxValue)).ToList();
        Console.WriteLine("Holds the key / F1 / characters, one sign or rule left out at a time");
        Print("all", QuoteWeights.Default);
        foreach (var weight in Weights)
        {
            Print("no " + weight.Name, weight.With(QuoteWeights.Default, 0));
        }

        foreach (var target in new[] { 400, 450, 500, 600, 650 })
        {
            Print($"Target {target}", QuoteWeights.Default with { Target = target });
        }

        void Print(string name, QuoteWeights weights)
        {
            var means = prepared.Select(set => set.Mean(weights)).ToList();
            var columns = means.Select((mean, i) => string.Create(CultureInfo.InvariantCulture, $"{sets[i].Name} {mean.HasKey:0.000}/{mean.F1:0.000}/{mean.Length:0}"));
            Console.WriteLine($"{name,-15} " + string.Create(CultureInfo.InvariantCulture, $"{means.Average(Value):0.0000}  ") + string.Join("  ", columns));
        }
    }

    public static void PrintFit(IReadOnlyList<AnswerSet> sets)
    {
        var prepared = sets.Select(set => new PreparedSet(set, MostCases)).ToList();
        Console.WriteLine("set             default  fitted without it");
        foreach (var held in prepared)
        {
            var fitted = Fit([.. prepared.Where(set => set != held)]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{held.Name,-15} {Value(held.Mean(QuoteWeights.Default)):0.0000}   {Value(held.Mean(fitted)):0.0000}  {fitted}"));
        }

        Console.WriteLine($"on all sets: {Fit(prepared)}");
    }

    // One round of steps down and up each weight, every set weighing the same: more would fit the sets' noise. Early stays: in
    // one set the first section is the reference answer by the way the set was made.
    private static QuoteWeights Fit(IReadOnlyList<PreparedSet> sets)
    {
        var best = QuoteWeights.Default;
        foreach (var weight in Weights.Where(weight => weight.Name != nameof(QuoteWeights.Early)))
        {
            var value = weight.Get(best);
            best = new[] { value, value / 2, value * 1.5 }.Select(candidate => weight.With(best, candidate)).MaxBy(Objective)!;
        }

        return best;

        double Objective(QuoteWeights weights) => sets.Average(set => Value(set.Mean(weights)));
    }

    private static double Value(AnswerScore mean) => mean.HasKey + mean.F1;
}
