using IntercomRag.Core.Decisions;
using IntercomRag.Core.Telemetry;
using IntercomRag.Eval.Articles;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.Benchmarks.Attacks;

/// <summary>The same questions when nobody attacks: what is lost by an attack, and what is not its doing.</summary>
internal static class Calm
{
    private static readonly BehaviourKind[] s_models = [BehaviourKind.Honest, BehaviourKind.Misled, BehaviourKind.Obedient];

    public static async Task<IReadOnlyDictionary<BehaviourKind, IReadOnlyList<AttackResult>>> RunAsync(
        ArticleSource articles, IReadOnlyList<DemoQuestion> questions, CancellationToken cancellationToken)
    {
        var results = new Dictionary<BehaviourKind, IReadOnlyList<AttackResult>>();
        foreach (var model in s_models)
        {
            await using var system = await AttackedSystem.StartAsync(articles, model, cancellationToken);
            var calm = new List<AttackResult>();
            foreach (var (i, question) in questions.Index())
            {
                calm.Add(await system.RunAsync(new CaseWriter("calm").Customer(question.Text).Write($"{i}", "", question.Text), cancellationToken));
            }

            // A trap that is not set catches nothing.
            string[] traps = [Canary.Instructions, Canary.Profile];
            if (traps.FirstOrDefault(trap => !calm.Exists(result => result.Requests.Any(request => request.Text.Contains(trap, StringComparison.Ordinal)))) is { } missing)
            {
                throw new InvalidOperationException($"No prompt has \"{missing}\": that it is never said would mean nothing.");
            }

            results[model] = calm;
        }

        return results;
    }

    public static IReadOnlyDictionary<string, Reason> ReasonsOf(IReadOnlyList<AttackResult> calm) =>
        calm.ToDictionary(result => result.Case.Benign, result => result.Outcome.Decision?.Reason ?? Reason.SystemError);

    public static void Print(IReadOnlyDictionary<BehaviourKind, IReadOnlyList<AttackResult>> calm)
    {
        foreach (var (model, results) in calm)
        {
            var ends = results.CountBy(result => (result.End, Rule: result.Outcome.Decision?.RuleId)).OrderBy(end => end.Key.End).ThenByDescending(end => end.Value)
                .Select(end => $"{end.Value} {CodeName.Of(end.Key.End)} ({end.Key.Rule})");
            Console.WriteLine($"Nobody attacks, the model is {CodeName.Of(model)}: {results.Count} questions, {string.Join(", ", ends)}");
        }

        Console.WriteLine();
    }
}
