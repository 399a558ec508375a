using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntercomRag.Eval.Report.Html;

/// <summary>
/// <c>report.html</c>: one file that needs nothing else, opens from disk and prints. Everything in it was written by Razor, which encodes what
/// customers wrote; its content security policy allows its own style and script and nothing else.
/// </summary>
public sealed class HtmlReportWriter : IReportWriter
{
    public string FileName => "report.html";

    public async Task WriteAsync(RunReport report, Stream output, CancellationToken cancellationToken)
    {
        // Letters of all languages as they are: the default encoder writes é as &#xE9;, which helps nobody.
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportPage.Report)] = report });
            return (await renderer.RenderComponentAsync<ReportPage>(parameters)).ToHtmlString();
        });
        cancellationToken.ThrowIfCancellationRequested();
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(Compact.Of("<!DOCTYPE html>\n" + html + "\n").AsMemory(), cancellationToken);
    }
}
