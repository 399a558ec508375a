using System.Text.Json;
using IntercomRag.Eval.Report;
using IntercomRag.Eval.Report.Html;
using IntercomRag.Eval.Report.JUnit;
using IntercomRag.Eval.Results;
using IntercomRag.Eval.Scoring;

namespace IntercomRag.Eval.Commands;

/// <summary>Writes the files of a report.</summary>
internal static class ReportFolder
{
    private static readonly IReadOnlyList<IReportWriter> s_writers =
        [new JsonReportWriter(), new MarkdownReportWriter(), new HtmlReportWriter(), new JUnitReportWriter()];

    public static async Task WriteAsync(string folder, RunReport report, Timings timings, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var writer in s_writers)
            {
                await using var file = File.Create(Path.Combine(folder, writer.FileName));
                await writer.WriteAsync(report, file, cancellationToken);
            }

            await using var times = File.Create(Path.Combine(folder, "timings.json"));
            await JsonSerializer.SerializeAsync(times, timings, ResultJson.Options, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvalException($"{folder}: cannot be written: {exception.Message}", exception);
        }
    }
}
