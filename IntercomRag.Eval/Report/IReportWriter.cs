namespace IntercomRag.Eval.Report;

/// <summary>Writes one file of a report. The same report gives the same bytes.</summary>
public interface IReportWriter
{
    /// <summary>Such as <c>report.html</c>, in the output folder.</summary>
    string FileName { get; }

    Task WriteAsync(RunReport report, Stream output, CancellationToken cancellationToken);
}
