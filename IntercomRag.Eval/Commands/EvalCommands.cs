using System.CommandLine;

namespace IntercomRag.Eval.Commands;

/// <summary>The command line of the evaluation.</summary>
internal static class EvalCommands
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, bool isWatched, CancellationToken cancellationToken)
    {
        var progress = new Progress(error, isWatched);
        var root = new RootCommand(
            "Measures what the assistant does with recorded conversations. Begin with: run. Before a pull request: gate. "
            + "When a change is meant to change results: baseline. docs/evaluation.md explains measures and rules.")
        {
            RunCommand.Create(output, progress),
            GateCommand.Create(output, progress),
            BaselineCommand.Create(output, progress),
            CompareCommand.Create(output),
            ScoreCommand.Create(output),
            RecordCommand.Create(output, error),
            CalibrateCommand.Create(output, progress),
        };
        try
        {
            var parsed = root.Parse(args);
            var code = await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCode.CouldNotRun : code;
        }
        catch (Exception exception) when (exception is EvalException or Core.Telemetry.Traces.TraceFileException)
        {
            progress.End();
            await error.WriteLineAsync(exception.Message);
            return ExitCode.CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            progress.End();
            await error.WriteLineAsync("Stopped.");
            return ExitCode.CouldNotRun;
        }
    }
}
