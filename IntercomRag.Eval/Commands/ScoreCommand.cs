using System.CommandLine;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Recorded;
using IntercomRag.Eval.Replay;
using IntercomRag.Eval.Report;
using IntercomRag.Eval.Results;
using IntercomRag.Eval.Scoring;

namespace IntercomRag.Eval.Commands;

/// <summary><c>score</c>.</summary>
internal static class ScoreCommand
{
    public static Command Create(TextWriter output)
    {
        var traces = new Option<string>("--traces")
        {
            Description = "Spans in OTLP/JSON: a request a line, as the OpenTelemetry Collector's file exporter and Telemetry__Folder write them, or one request; a folder for all its *.jsonl.",
            HelpName = "file|folder",
            Required = true,
        };
        var conversations = new Option<string?>("--conversations")
        {
            Description = "Recorded conversations with labels. A turn belongs to the record whose conversation_id, or else id, is Intercom's id of its conversation.",
            HelpName = "file",
        };
        var articles = new Option<string?>("--articles")
        {
            Description = "Articles, to know addresses and who may see what: an articles.jsonl, a workspace folder, or \"demo\".",
            HelpName = "file|folder|demo",
        };
        var agents = new Option<AgentRole>("--agents") { Description = "Who the role \"agent\" is: Human, Assistant or Auto.", DefaultValueFactory = _ => AgentRole.Auto };
        var judge = JudgeOption.Create();
        var folder = OutputOption.Create();
        var command = new Command(
            "score",
            "Scores turns that happened, from their traces alone, with the evaluators of run. Measures that need text are there when the traces were recorded "
            + "with Telemetry__CaptureText=true; those that need labels, with --conversations.")
        {
            traces, conversations, articles, agents, judge, folder,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var warnings = new TraceWarnings();
            var (file, labels) = (parsed.GetRequiredValue(traces), parsed.GetValue(conversations));
            var happened = TraceReader.Read(OtlpTraceFile.Read(file, warnings), warnings);
            var records = labels is null ? [] : ConversationFile.Read(labels, parsed.GetValue(agents), warnings);
            var turns = TurnMatcher.Match(happened, records, file, warnings);
            var source = parsed.GetValue(articles) is { } name ? ArticleReader.Read(name) : null;
            var run = new RunInfo(
                $"score --traces {file}{(labels is null ? "" : $" --conversations {labels}")}",
                source?.Name,
                file,
                turns.Select(turn => turn.Trace.PolicyVersion).FirstOrDefault(version => version is not null),
                source?.Articles.Sum(article => article.Contents.Count) ?? 0,
                turns.Count);
            using var judging = JudgeOption.Open(parsed.GetValue(judge));
            var scorer = new Scorer(source is null ? null : new ArticleCatalogue(source), null, withTimes: true, judging?.Model);
            var result = await scorer.ScoreAsync(run, turns, warnings, cancellationToken);
            await ReportFolder.WriteAsync(
                parsed.GetRequiredValue(folder), new RunReport(result, null), Timings.Of([.. turns.Select(turn => turn.Trace)]), cancellationToken);
            ResultTable.Write(result, output);
            return ExitCode.Passed;
        });
        return command;
    }
}
