using IntercomRag.Benchmarks.Retrieval;
using IntercomRag.Benchmarks.Webhook;

// Every command is bounded, stops by itself, and returns 1 when it misses its target.
var commands = new Dictionary<string, Func<CancellationToken, Task<int>>>
{
    ["retrieval"] = RetrievalCommand.RunAsync,
    ["webhook"] = WebhookBenchmark.RunAsync,
};

if (args is not [var name] || !commands.TryGetValue(name, out var command))
{
    Console.Error.WriteLine($"Say which: dotnet run -c Release --project tests/IntercomRag.Benchmarks -- {string.Join(" | ", commands.Keys)}");
    return 2;
}

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};
return await command(interrupted.Token);
