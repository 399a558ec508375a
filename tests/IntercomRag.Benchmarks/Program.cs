using System.Runtime.InteropServices;
using IntercomRag.Benchmarks;
using IntercomRag.Benchmarks.Answers;
using IntercomRag.Benchmarks.Attacks;
using IntercomRag.Benchmarks.Chaos;
using IntercomRag.Benchmarks.Intake;
using IntercomRag.Benchmarks.Intents;
using IntercomRag.Benchmarks.ModelFaults;
using IntercomRag.Benchmarks.Regressions;
using IntercomRag.Benchmarks.Retrieval;
using IntercomRag.Benchmarks.Retrieval.Meaning;
using IntercomRag.Benchmarks.Search;
using IntercomRag.Benchmarks.Soak;
using IntercomRag.Benchmarks.Support;
using IntercomRag.Benchmarks.Webhook;

if (args is [SignatureServerProcess.Argument, var address])
{
    return await SignatureServerProcess.RunAsync(address);
}

// Every command is bounded, stops by itself, and returns 1 when it misses its target.
var commands = new Dictionary<string, Func<IReadOnlyList<string>, CancellationToken, Task<int>>>
{
    ["answers"] = AnswersCommand.RunAsync,
    ["attacks"] = AttacksCommand.RunAsync,
    ["chaos"] = ChaosCommand.RunAsync,
    ["intake"] = (_, stop) => IntakeCommand.RunAsync(stop),
    ["intents"] = (_, stop) => IntentsCommand.RunAsync(stop),
    ["model-faults"] = ModelFaultsCommand.RunAsync,
    ["regressions"] = RegressionsCommand.RunAsync,
    ["quality"] = (_, stop) => QualityCommand.RunAsync(stop),
    ["retrieval"] = RetrievalCommand.RunAsync,
    ["search"] = SearchCommand.RunAsync,
    ["soak"] = SoakCommand.RunAsync,
    ["support"] = SupportCommand.RunAsync,
    ["vectors"] = (_, stop) => VectorSpeedCommand.RunAsync(stop),
    ["webhook"] = (_, stop) => WebhookBenchmark.RunAsync(stop),
};

if (args is not [var name, .. var arguments] || !commands.TryGetValue(name, out var command))
{
    Console.Error.WriteLine($"Say which: dotnet run -c Release --project tests/IntercomRag.Benchmarks -- {string.Join(" | ", commands.Keys)}");
    return 2;
}

using var interrupted = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await command(arguments, interrupted.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted.Cancel();
}
