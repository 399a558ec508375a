using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using IntercomRag.Core.Answers.Quoting;

namespace IntercomRag.Benchmarks.Answers;

internal static class FitCommand
{
    private sealed record Prepared(AnswerCase Case, ArticleUnits Units, IReadOnlyList<UnitSigns> Signs);

    public static async Task<int> RunAsync(string[] sets, CancellationToken stop)
    {
        var data = new Dictionary<string, List<Prepared>>();
        foreach (var set in sets)
        {
            var cases = await AnswerCases.ReadAsync(set, stop);
            if (cases.Count > 400)
            {
                cases = [.. cases.Where((_, i) => i % (cases.Count / 300) == 0)];
            }
            data[set] = [.. cases.Select(c => { var u = ArticleUnits.Read(c.Passages.Take(12)); return new Prepared(c, u, SignReader.Read(u, AskedQuestion.Of(c.Request.Turn, c.Request.Evidence), c.Passages)); })];
        }

        var best = QuoteWeights.Default;
        foreach (var show in (Environment.GetEnvironmentVariable("SHOW") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var p in data[show].Where(p => AnswerScore.Of(AnswersCommand.Quote(p.Case.Request), p.Case.Recorded).HasKey == 0 || show.Length == 0).Take(8))
            {
                Console.WriteLine($"######## {p.Case.Recorded.Id} kind {QuestionReader.KindOf(p.Case.Request.Turn.Text)}\nQ: {p.Case.Request.Turn.Text}\n-- QUOTED\n{AnswersCommand.Quote(p.Case.Request)}\n-- REF\n{(p.Case.Recorded.Grounding.Length > 0 ? p.Case.Recorded.Grounding : p.Case.Recorded.Answer[..Math.Min(500, p.Case.Recorded.Answer.Length)])}");
            }
        }

        Report("start", best);
        var args = Environment.GetEnvironmentVariable("FITARGS") ?? "";
        foreach (var arg in args.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var w = best;
            foreach (var part in arg.Split(','))
            {
                var kv = part.Split('=');
                w = With(w, kv[0], double.Parse(kv[1], CultureInfo.InvariantCulture));
            }
            Report(arg, w);
        }

        if (args.Length > 0)
        {
            return 0;
        }

        var names = typeof(QuoteWeights).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(double)).Select(p => p.Name).ToList();
        var score = Objective(best, data);
        for (var round = 0; round < 3; round++)
        {
            foreach (var name in names)
            {
                var now = (double)typeof(QuoteWeights).GetProperty(name)!.GetValue(best)!;
                foreach (var v in new[] { 0, now * 0.5, now * 2, now + 0.1, now - 0.1, now + 0.3 }.Distinct())
                {
                    var w = With(best, name, Math.Round(v, 3));
                    var s = Objective(w, data);
                    if (s > score + 0.0003)
                    {
                        (best, score) = (w, s);
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} = {v:0.###}: {s:0.0000}"));
                    }
                }
            }
        }

        Report("end", best);
        Console.WriteLine(best);
        return 0;

        void Report(string name, QuoteWeights w)
        {
            Console.WriteLine($"{name}: {Objective(w, data).ToString("0.0000", CultureInfo.InvariantCulture)} " + string.Join("  ", data.Select(d => { var s = Scores(d.Value, w); return string.Create(CultureInfo.InvariantCulture, $"{d.Key} {s.Average(x => x.HasKey):0.000}/{s.Average(x => x.F1):0.000}/{s.Average(x => x.Length):0}"); })));
        }
    }

    private static QuoteWeights With(QuoteWeights w, string name, double value)
    {
        var copy = w with { };
        var p = typeof(QuoteWeights).GetProperty(name)!;
        p.SetValue(copy, p.PropertyType == typeof(int) ? (object)(int)value : value);
        return copy;
    }

    private static double Objective(QuoteWeights w, Dictionary<string, List<Prepared>> data) => data.Values.Average(cases => Scores(cases, w).Average(s => s.HasKey + (0.5 * s.F1) - (s.Length / 4000)));

    private static readonly ConcurrentDictionary<(string, string), AnswerScore> Cache = new();

    private static List<AnswerScore> Scores(List<Prepared> cases, QuoteWeights w) => [.. cases.AsParallel().Select(p =>
    {
        var text = string.Join('\n', Quoter.Quote(p.Units, AskedQuestion.Of(p.Case.Request.Turn, p.Case.Request.Evidence), p.Signs, w).SelectMany(b => b.Text.Lines));
        return Cache.GetOrAdd((p.Case.Recorded.Id, text), _ => AnswerScore.Of(text, p.Case.Recorded));
    })];
}
