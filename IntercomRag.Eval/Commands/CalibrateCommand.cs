using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Calibration;
using IntercomRag.Eval.Evaluators;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Commands;

/// <summary><c>calibrate</c>.</summary>
internal static class CalibrateCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(TextWriter output, Progress progress)
    {
        var articles = new Option<string[]>("--articles") { Description = "Help Center of each file of conversations, in the same order: an articles.jsonl, a workspace folder with seed.json, or \"demo\".", HelpName = "file|folder|demo", Required = true };
        var conversations = new Option<string[]>("--conversations") { Description = "Recorded conversations whose labels name articles, or say that none answers.", HelpName = "file", Required = true };
        var target = new Option<string>("--out") { Description = "File to write.", HelpName = "file", DefaultValueFactory = _ => Defaults.Confidence };
        var command = new Command(
            "calibrate",
            "Fits the confidence to recorded conversations, each Help Center weighing the same, says how well it holds for conversations it was not fitted to, and writes "
            + "policies/confidence.json. Example: calibrate --articles a.jsonl --conversations a-talks.jsonl --articles b.jsonl --conversations b-talks.jsonl")
        {
            articles,
            conversations,
            target,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(articles)?.Length != result.GetValue(conversations)?.Length)
            {
                result.AddError("Give --articles and --conversations as often as each other: the first articles belong to the first conversations.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var warnings = new TraceWarnings();
            var sets = new List<(string Name, string Articles, IReadOnlyList<ConfidenceExample> Examples)>();
            foreach (var (from, talks) in parsed.GetRequiredValue(articles).Zip(parsed.GetRequiredValue(conversations)))
            {
                var request = new ReplayRequest(from, talks, null, null, null, Environment.ProcessorCount, AgentRole.Auto, null, WithTimes: false);
                var (_, _, turns, _) = await ReplayRun.ReplayAsync(request, progress, warnings, cancellationToken);
                var known = turns
                    .Where(turn => turn.Trace.Features is not null)
                    .Select(turn => (Features: turn.Trace.Features!.Value, new TurnEvaluationContext(turn.Trace, turn.Record, null).IsFirstRight))
                    .Where(turn => turn.IsFirstRight is not null)
                    .ToList();
                sets.Add((NameOf(talks, from), from, [.. known.Select(turn => new ConfidenceExample(turn.Features, turn.IsFirstRight!.Value, 1))]));
            }

            progress.End();
            var weighed = Weigh(sets);
            var examples = weighed.SelectMany(set => set.Examples).ToList();
            if (examples.Select(example => example.IsRight).Distinct().Count() < 2)
            {
                throw new EvalException("A fit needs conversations whose first article is right and others whose is not: there is only one kind.");
            }

            var fittedOn = string.Create(CultureInfo.InvariantCulture, $"{examples.Count} conversations of {sets.Count} sets, each Help Center weighing the same: {string.Join(", ", sets.Select(set => set.Name))}");
            var model = ConfidenceFit.Fit(examples, fittedOn) with { OperatingPoints = await CalibrationReport.WriteAsync(weighed, output) };
            await WriteAsync(parsed.GetRequiredValue(target), JsonSerializer.Serialize(model, s_json), cancellationToken);
            foreach (var warning in warnings.All)
            {
                await output.WriteLineAsync($"{warning.Count} × {warning.Kind}; first: {warning.First}");
            }

            await output.WriteLineAsync($"Written to {parsed.GetRequiredValue(target)}: {model.Intercept}, {model.ProbabilityWeight}, {model.CoverageWeight}");
            return ExitCode.Passed;
        });
        return command;
    }

    // A Help Center with many conversations says no more about the next one than a Help Center with few.
    private static List<(string Name, IReadOnlyList<ConfidenceExample> Examples)> Weigh(IReadOnlyList<(string Name, string Articles, IReadOnlyList<ConfidenceExample> Examples)> sets)
    {
        var counts = sets.GroupBy(set => set.Articles, StringComparer.Ordinal).ToDictionary(center => center.Key, center => center.Sum(set => set.Examples.Count));
        return [.. sets.Select(set => (set.Name, (IReadOnlyList<ConfidenceExample>)[.. set.Examples.Select(example => example with { Weight = 100.0 / counts[set.Articles] })]))];
    }

    // Every set's files are called the same; their folders tell them apart.
    private static string NameOf(string conversations, string articles)
    {
        if (articles == ArticleReader.Demo)
        {
            return "the demo workspace";
        }

        var (set, center) = (FolderOf(conversations), FolderOf(articles));
        return set == center ? set : $"{set} on {center}";
    }

    private static string FolderOf(string path) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? path;

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, text + "\n", cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalException($"{path}: cannot be written: {exception.Message}", exception);
        }
    }
}
