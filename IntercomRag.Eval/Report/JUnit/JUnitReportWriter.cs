using System.Globalization;
using System.Text;
using System.Xml;
using IntercomRag.Eval.Results;

namespace IntercomRag.Eval.Report.JUnit;

/// <summary>
/// <c>junit.xml</c>, which build servers show as tests: a suite for each source and language, a case for each conversation. It holds no times,
/// so that the same run writes the same bytes.
/// <code>
/// &lt;testsuite name="demo.fr" tests="2" failures="1" errors="0" skipped="0"&gt;
///   &lt;testcase classname="demo.fr" name="demo-fr-trial-card"&gt;
///     &lt;failure type="decision.accuracy" message="expected answer, got escalate (low_confidence)"&gt;…
/// </code>
/// </summary>
public sealed class JUnitReportWriter : IReportWriter
{
    public string FileName => "junit.xml";

    public async Task WriteAsync(RunReport report, Stream output, CancellationToken cancellationToken)
    {
        var settings = new XmlWriterSettings
        {
            Async = true,
            Indent = true,
            NewLineChars = "\n",
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        await using var writer = XmlWriter.Create(output, settings);
        await writer.WriteStartDocumentAsync();
        Start(writer, "testsuites", "intercomrag", report.Result.Conversations);
        foreach (var suite in report.Result.Conversations.GroupBy(SuiteOf).OrderBy(suite => suite.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Start(writer, "testsuite", suite.Key, [.. suite]);
            foreach (var conversation in suite)
            {
                Write(writer, suite.Key, conversation);
            }

            await writer.WriteEndElementAsync();
        }

        await writer.WriteEndElementAsync();
        await writer.WriteEndDocumentAsync();
    }

    private static string SuiteOf(ConversationResult conversation) => $"{conversation.Source ?? "conversations"}.{conversation.Locale ?? "any"}";

    private static void Start(XmlWriter writer, string element, string name, IReadOnlyList<ConversationResult> conversations)
    {
        writer.WriteStartElement(element);
        writer.WriteAttributeString("name", XmlText.Of(name));
        writer.WriteAttributeString("tests", Number(conversations.Count));
        writer.WriteAttributeString("failures", Number(conversations.Count(conversation => conversation.Passed is false)));
        writer.WriteAttributeString("errors", "0");
        writer.WriteAttributeString("skipped", Number(conversations.Count(conversation => conversation.Passed is null)));
    }

    private static void Write(XmlWriter writer, string suite, ConversationResult conversation)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", XmlText.Of(suite));
        writer.WriteAttributeString("name", XmlText.Of(conversation.Id));
        switch (conversation.Passed)
        {
            case false:
                var failed = conversation.Measures.Where(measure => measure.Value.Passed is false).OrderBy(measure => measure.Key, StringComparer.Ordinal).ToList();
                writer.WriteStartElement("failure");
                writer.WriteAttributeString("type", XmlText.Of(failed.Count > 0 ? failed[0].Key : "evaluation"));
                writer.WriteAttributeString("message", XmlText.Of(FailureText.Message(conversation)));
                writer.WriteString(XmlText.Of(FailureText.Details(conversation, failed)));
                writer.WriteEndElement();
                break;

            case null:
                writer.WriteStartElement("skipped");
                writer.WriteAttributeString("message", "no measure could fail");
                writer.WriteEndElement();
                break;
        }

        writer.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
