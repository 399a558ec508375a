using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Report;

/// <summary><c>results.json</c>.</summary>
public sealed class JsonReportWriter : IReportWriter
{
    public string FileName => "results.json";

    public Task WriteAsync(RunReport report, Stream output, CancellationToken cancellationToken) =>
        ResultFile.WriteAsync(report.Result, output, cancellationToken);
}
