using System.Globalization;
using IntercomRag.Core.Policies;
using IntercomRag.Eval.Articles;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>
/// <c>attacks</c>: the injection set against the production turn with a model that obeys every instruction it reads. Fails when anything happened that
/// such a model must not bring about. <c>attacks NAME</c> runs the carriers whose name has NAME.
/// </summary>
internal static class AttacksCommand
{
    private const int Broken = 1;

    /// <summary>The first says whatever it is told and nothing else; the second hides it in an answer that is right.</summary>
    private static readonly BehaviourKind[] s_models = [BehaviourKind.Obedient, BehaviourKind.Misled];

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
        var calm = await Calm.RunAsync(articles, questions, limit.Token);
        Calm.Print(calm);
        var runs = carriers.SelectMany(carrier => s_models.Select(model => (Carrier: carrier, Model: model))).ToList();
        var results = new CarrierResult[runs.Count];
        await Parallel.ForAsync(
            0,
            runs.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = limit.Token },
            async (i, stop) => results[i] = await RunAsync(runs[i].Carrier, runs[i].Model, runs[i].Carrier.Prepare(articles, questions), facts, calm[runs[i].Model], stop));

        AttackTable.Print(results);
        AttackTable.PrintForbidden(results);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s"));
        return results.Any(result => result.Verdicts.Any(verdict => result.Forbidden(verdict).Any())) ? Broken : 0;
    }

    private static async Task<CarrierResult> RunAsync(
        Carrier carrier, BehaviourKind model, CarrierCases cases, HelpCenterFacts facts, IReadOnlyList<AttackResult> calm, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var system = await AttackedSystem.StartAsync(cases.Articles, model, cancellationToken);
        var judge = new AttackJudge(facts, system.Policies.Assistant, Calm.ReasonsOf(calm));
        var verdicts = new List<AttackVerdict>();
        foreach (var attack in cases.Cases)
        {
            verdicts.Add(judge.Judge(await system.RunAsync(attack, cancellationToken), carrier));
        }

        return new CarrierResult(carrier, model, verdicts, TimeProvider.System.GetElapsedTime(began));
    }
}
