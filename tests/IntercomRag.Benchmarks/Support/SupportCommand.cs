using System.Globalization;

namespace IntercomRag.Benchmarks.Support;

/// <summary>
/// <c>support</c>: how many altered sentences the checks of a generated answer cut, and how many true ones, by kind and language. <c>support wrong</c> lists
/// the wrong verdicts, but for the fresh sentences: who looks at them has no fresh ones any more.
/// </summary>
internal static class SupportCommand
{
    /// <summary>Issue 6 asks for these shares.</summary>
    private const double LeastAlteredCut = 0.95;
    private const double MostTrueCut = 0.05;

    public static Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var verdicts = SupportSet.Verify(SupportSet.Read());
        if (arguments is ["wrong"])
        {
            foreach (var (sentence, verdict) in verdicts.Where(entry => !entry.Case.IsFresh && entry.Case.IsTrue == (entry.Verdict.Failure is not null)))
            {
                Console.WriteLine($"{sentence.Article} {sentence.Kind} {verdict.Failure}: {sentence.Text}");
            }
        }

        var own = verdicts.Where(entry => !entry.Case.IsAcrossLanguages).ToList();
        var held = own.Where(entry => !entry.Case.IsFresh).ToList();
        Console.WriteLine("| sentences | language | all: cut of | built with: cut of | fresh: cut of |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var group in verdicts.GroupBy(entry => (entry.Case.IsAcrossLanguages, entry.Case.Kind, entry.Case.Language)).OrderBy(group => group.Key.IsAcrossLanguages).ThenByDescending(group => group.Key.Kind == "true").ThenBy(group => group.Key.Kind, StringComparer.Ordinal).ThenBy(group => group.Key.Language, StringComparer.Ordinal))
        {
            Row(group.Key.Kind + (group.Key.IsAcrossLanguages ? ", article in the other language" : ""), group.Key.Language, [.. group]);
        }

        Row("**all true**", "", [.. own.Where(entry => entry.Case.IsTrue)]);
        Row("**all altered**", "", [.. own.Where(entry => !entry.Case.IsTrue)]);
        var (wrong, right) = (ShareCut(held, isTrue: true), ShareCut(held, isTrue: false));
        return Task.FromResult(wrong <= MostTrueCut && right >= LeastAlteredCut ? 0 : 1);

        static double ShareCut(List<(SupportCase Case, Core.Answers.Verification.SentenceVerdict Verdict)> verdicts, bool isTrue) =>
            verdicts.Where(entry => entry.Case.IsTrue == isTrue).Average(entry => entry.Verdict.Failure is null ? 0.0 : 1.0);

        static void Row(string kind, string language, List<(SupportCase Case, Core.Answers.Verification.SentenceVerdict Verdict)> rows) =>
            Console.WriteLine($"| {kind} | {language} | {Cut(rows)} | {Cut([.. rows.Where(row => !row.Case.IsFresh)])} | {Cut([.. rows.Where(row => row.Case.IsFresh)])} |");

        static string Cut(List<(SupportCase Case, Core.Answers.Verification.SentenceVerdict Verdict)> rows) => rows.Count == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{rows.Count(row => row.Verdict.Failure is not null)} / {rows.Count} ({rows.Average(row => row.Verdict.Failure is null ? 0.0 : 1.0):P1})");
    }
}
