using System.Text.Json;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Report;

/// <summary><c>results.json</c>.</summary>
public sealed class JsonReportWriter : IReportWriter
{
    public string FileName => "results.json";

    public async Task WriteAsync(RunReport report, Stream output, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(output, report.Result, ResultJson.Options, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }
}
