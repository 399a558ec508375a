using System.CommandLine;
using IntercomRag.Eval.Gate;
using IntercomRag.Eval.Report;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Commands;

/// <summary><c>compare</c>.</summary>
internal static class CompareCommand
{
    public static Command Create(TextWriter output)
    {
        var before = new Argument<string>("before") { Description = "A results.json or a baseline." };
        var now = new Argument<string>("now") { Description = "The one that is compared with it." };
        var rules = new Option<string>("--rules") { Description = "What would fail.", HelpName = "file", DefaultValueFactory = _ => Defaults.Rules };
        var command = new Command("compare", "Shows which conversations two stored results judge differently, and where their turns went different ways. Judges nothing: the exit code is 0.")
        {
            before, now, rules,
        };
        command.SetAction(async (parsed, _) =>
        {
            var gate = new RegressionGate(GateRules.Read(parsed.GetRequiredValue(rules)));
            var result = ResultFile.Read(parsed.GetRequiredValue(now));
            var verdict = gate.Judge(ResultFile.Read(parsed.GetRequiredValue(before)), result);
            await output.WriteAsync(MarkdownReportWriter.Text(new RunReport(result, verdict)));
            return ExitCode.Passed;
        });
        return command;
    }
}
