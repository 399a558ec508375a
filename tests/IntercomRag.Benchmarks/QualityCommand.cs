using IntercomRag.Benchmarks.Answers;
using IntercomRag.Benchmarks.Intents;
using IntercomRag.Benchmarks.Retrieval;

namespace IntercomRag.Benchmarks;

/// <summary><c>quality</c>: every figure on the reference data, one table below the other: articles and confidence, signals, quotations.</summary>
internal static class QualityCommand
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var code = 0;
        foreach (var (name, command) in Commands)
        {
            Console.WriteLine($"== {name}");
            code = Math.Max(code, await command(cancellationToken));
            Console.WriteLine();
        }

        return code;
    }

    private static readonly (string Name, Func<CancellationToken, Task<int>> Run)[] Commands =
    [
        ("retrieval", stop => RetrievalCommand.RunAsync([], stop)),
        ("intents", IntentsCommand.RunAsync),
        ("answers", stop => AnswersCommand.RunAsync([], stop)),
    ];
}
