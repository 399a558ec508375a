using System.CommandLine;
using IntercomRag.Eval.Gate;
using IntercomRag.Eval.Report;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Commands;

/// <summary><c>gate</c>.</summary>
internal static class GateCommand
{
    public static Command Create(TextWriter output, Progress progress)
    {
        var settings = new ReplaySettings();
        var folder = OutputOption.Create();
        var baseline = new Option<string>("--baseline")
        {
            Description = "Accepted result to compare with, as the command baseline writes it.",
            HelpName = "file",
            DefaultValueFactory = _ => Defaults.Baseline,
        };
        var rules = new Option<string>("--rules") { Description = "What fails.", HelpName = "file", DefaultValueFactory = _ => Defaults.Rules };
        var command = new Command(
            "gate",
            "Runs, compares with the baseline conversation by conversation, and says whether it became worse. "
            + "Exit code 0: passed; 1: regression; 2: could not run. summary.md is fit for a comment on a pull request.");
        command.Options.Add(baseline);
        command.Options.Add(rules);
        settings.AddTo(command);
        command.Options.Add(folder);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var before = ResultFile.Read(parsed.GetRequiredValue(baseline));
            var gate = new RegressionGate(GateRules.Read(parsed.GetRequiredValue(rules)));
            var request = settings.Read(parsed);
            CheckAlike(before, request, parsed.GetRequiredValue(baseline));
            var (result, timings) = await ReplayRun.RunAsync(request, progress, cancellationToken);
            var report = new RunReport(result, gate.Judge(before, result));
            await ReportFolder.WriteAsync(parsed.GetRequiredValue(folder), report, timings, cancellationToken);
            await output.WriteAsync(MarkdownReportWriter.Text(report));
            return report.Verdict!.Passed ? ExitCode.Passed : ExitCode.Regression;
        });
        return command;
    }

    // With and without a model are two products; compare shows how they differ. Another model is a change like others.
    private static void CheckAlike(RunResult before, ReplayRequest request, string path)
    {
        if (before.Run.Model is not null != request.Model is not null)
        {
            throw new EvalException(request.Model is null
                ? $"{path} was accepted with the model {before.Run.Model}, and this run asks none: give --model or --recording, or another --baseline."
                : $"{path} was accepted without a model, and this run asks one: accept a baseline with it (baseline --recording …) and name that by --baseline.");
        }
    }
}
