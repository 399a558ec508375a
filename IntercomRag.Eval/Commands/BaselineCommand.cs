using System.CommandLine;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Commands;

/// <summary><c>baseline</c>.</summary>
internal static class BaselineCommand
{
    public static Command Create(TextWriter output, Progress progress)
    {
        var settings = new ReplaySettings();
        var baseline = new Option<string>("--baseline") { Description = "File to write.", HelpName = "file", DefaultValueFactory = _ => Defaults.Baseline };
        var command = new Command(
            "baseline",
            "Runs and accepts the result as what later changes are compared with. Commit the file with the change that it belongs to: its difference shows "
            + "reviewers which conversations turned out otherwise.");
        command.Options.Add(baseline);
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (result, _) = await ReplayRun.RunAsync(settings.Read(parsed), progress, cancellationToken);
            var path = parsed.GetRequiredValue(baseline);
            try
            {
                await using var file = File.Create(path);
                await ResultFile.WriteAsync(Baseline.Of(result), file, cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new EvalException($"{path}: cannot be written: {exception.Message}", exception);
            }

            ResultTable.Write(result, output);
            await output.WriteLineAsync($"Accepted as {path}.");
            return ExitCode.Passed;
        });
        return command;
    }
}
