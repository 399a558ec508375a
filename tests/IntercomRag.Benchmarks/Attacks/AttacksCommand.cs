using System.Globalization;
using IntercomRag.Core.Policies;
using IntercomRag.Eval.Articles;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>
/// <c>attacks</c>: the injection set against the production turn with a model that obeys every instruction it reads. Fails when anything happened that
/// such a model must not bring about. <c>attacks NAME</c> runs the carriers whose name has NAME.
/// </summary>
internal static class AttacksCommand
{
    private const int Broken = 1;

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var articles = ArticleReader.Read(ArticleReader.Demo);
        var questions = DemoQuestion.Read();
        var facts = new HelpCenterFacts(articles, new PolicyOptions().Path);
        Carrier[] carriers = [.. CustomerCarriers.All.Concat(ArticleCarriers.All).Where(carrier => arguments.All(name => carrier.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_limit);
        var began = TimeProvider.System.GetTimestamp();
        var results = new CarrierResult[carriers.Length];
        await Parallel.ForAsync(
            0,
            carriers.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = limit.Token },
            async (i, stop) => results[i] = await RunAsync(carriers[i], carriers[i].Prepare(articles, questions), facts, stop));

        AttackTable.Print(results);
        AttackTable.PrintForbidden(results);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s"));
        return results.Any(result => result.Verdicts.Any(verdict => result.Forbidden(verdict).Any())) ? Broken : 0;
    }

    private static async Task<CarrierResult> RunAsync(Carrier carrier, CarrierCases cases, HelpCenterFacts facts, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var system = await AttackedSystem.StartAsync(cases.Articles, cancellationToken);
        var judge = new AttackJudge(facts, system.Policies.Assistant);
        var verdicts = new List<AttackVerdict>();
        foreach (var attack in cases.Cases)
        {
            verdicts.Add(judge.Judge(await system.RunAsync(attack, cancellationToken), carrier));
        }

        return new CarrierResult(carrier, verdicts, TimeProvider.System.GetElapsedTime(began));
    }
}
