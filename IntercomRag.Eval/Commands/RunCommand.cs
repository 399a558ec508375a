using System.CommandLine;
using IntercomRag.Eval.Report;

namespace IntercomRag.Eval.Commands;

/// <summary><c>run</c>.</summary>
internal static class RunCommand
{
    public static Command Create(TextWriter output, Progress progress)
    {
        var settings = new ReplaySettings();
        var folder = OutputOption.Create();
        var command = new Command(
            "run",
            "Replays recorded conversations through the production pipeline, in process, without network or key, and scores the traces. "
            + "Writes report.html, results.json, junit.xml, summary.md and timings.json; all but the last are the same bytes for the same input. "
            + "Example: run --articles ../shared/data/cnil/articles.jsonl --conversations ../shared/data/cnil/conversations.jsonl");
        settings.AddTo(command);
        command.Options.Add(folder);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (result, timings) = await ReplayRun.RunAsync(settings.Read(parsed), progress, cancellationToken);
            await ReportFolder.WriteAsync(parsed.GetRequiredValue(folder), new RunReport(result, null), timings, cancellationToken);
            ResultTable.Write(result, output);
            return ExitCode.Passed;
        });
        return command;
    }
}
