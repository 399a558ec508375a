using System.Globalization;
using IntercomRag.Benchmarks.Attacks;
using IntercomRag.Benchmarks.Chaos;
using IntercomRag.Benchmarks.Stub;
using IntercomRag.Core.Models;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Telemetry;
using IntercomRag.Eval.Articles;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.Benchmarks.ModelFaults;

/// <summary>
/// <c>model-faults</c>: the real processes with a model that fails in every way that the stub knows. Fails when a customer got no reply in time, or one
/// that nobody should read. <c>model-faults NAME</c> runs one behaviour.
/// </summary>
internal static class ModelFaultsCommand
{
    private const int Broken = 1;
    private const int MostTries = 5;
    private const string ApiKey = "faults-model-key";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(9);

    private static readonly BehaviourKind[] s_behaviours =
    [
        BehaviourKind.Honest, BehaviourKind.RateLimited, BehaviourKind.ServerError, BehaviourKind.BrokenJson, BehaviourKind.HalfStream, BehaviourKind.Stalls,
        BehaviourKind.Slow, BehaviourKind.Hangs, BehaviourKind.WrongIds, BehaviourKind.InventedLinks, BehaviourKind.OtherLanguage, BehaviourKind.InventedFacts,
        BehaviourKind.RefusesSchema, BehaviourKind.Empty, BehaviourKind.Obedient, BehaviourKind.Misled, BehaviourKind.Unauthorized,
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_limit);
        var began = TimeProvider.System.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("intercomrag-faults-").FullName;
        var logs = new LogFolder(Path.Combine(folder, "logs"));
        var facts = new HelpCenterFacts(ArticleReader.Read(ArticleReader.Demo), new PolicyOptions().Path);
        var forbidden = new List<string>();
        await using (var stub = await StubServer.StartAsync(BehaviourKind.Honest, ApiKey, FaultTimes.SlowBy, limit.Token))
        {
            var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
            await using var system = new RunningSystem(ChaosOptions.Parse([]), data, logs, ModelSettings(stub.Endpoint));
            await system.StartAsync(limit.Token);
            using var workspace = new Workspace(system.Simulator);
            FaultTable.Begin();
            foreach (var behaviour in s_behaviours.Where(behaviour => arguments.All(name => CodeName.Of(behaviour) == name)))
            {
                var result = await RunAsync(behaviour, stub, workspace, limit.Token);
                FaultTable.Row(result, facts);
                forbidden.AddRange(result.Forbidden(facts).Select(what => $"{CodeName.Of(behaviour)}: {what}"));
            }
        }

        forbidden.ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s; every reply is due within {FaultTimes.Bound.TotalSeconds:0.0} s{(forbidden.Count == 0 ? "" : $"; logs: {logs.Path}")}"));
        if (forbidden.Count > 0)
        {
            return Broken;
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<FaultResult> RunAsync(BehaviourKind behaviour, StubServer stub, Workspace workspace, CancellationToken cancellationToken)
    {
        var player = new FaultPlayer(workspace);
        await RecoverAsync(stub, player, cancellationToken);
        stub.Behave(behaviour);
        stub.Take();
        var replies = await Task.WhenAll(FaultCustomer.All.Select(customer => player.PlayAsync(customer, cancellationToken)));
        return new FaultResult(behaviour, [.. replies.SelectMany(of => of)], stub.Take().Count);
    }

    // A server that kept failing is left alone: each behaviour begins when the model is asked again, so that all of them show what they do.
    private static async Task RecoverAsync(StubServer stub, FaultPlayer player, CancellationToken cancellationToken)
    {
        stub.Behave(BehaviourKind.Honest);
        stub.Take();
        for (var tries = 0; tries < MostTries && stub.Take().Count == 0; tries++)
        {
            await Task.Delay(FaultTimes.BreakTime, TimeProvider.System, cancellationToken);
            await player.PlayAsync(FaultCustomer.All[0], cancellationToken);
        }
    }

    private static Dictionary<string, string> ModelSettings(string endpoint) => new(FaultTimes.Settings)
    {
        [$"{ModelOptions.Section}__{nameof(ModelOptions.Endpoint)}"] = endpoint,
        [$"{ModelOptions.Section}__{nameof(ModelOptions.Name)}"] = "stub",
        [$"{ModelOptions.Section}__{nameof(ModelOptions.ApiKey)}"] = ApiKey,
    };
}
