using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Articles;
using IntercomRag.Eval.Models;
using IntercomRag.Eval.Recorded;
using IntercomRag.Eval.Replay;
using IntercomRag.Eval.Results;
using IntercomRag.Eval.Scoring;

namespace IntercomRag.Eval.Commands;

/// <summary>Reads, replays and scores.</summary>
internal static class ReplayRun
{
    public static async Task<(RunResult Result, Timings Timings)> RunAsync(ReplayRequest request, Progress progress, CancellationToken cancellationToken)
    {
        var warnings = new TraceWarnings();
        using var judge = JudgeOption.Open(request.IsJudged);
        var (articles, indexed, turns, model) = await ReplayAsync(request, progress, warnings, cancellationToken);
        progress.Begin("Scoring", 0);
        var run = new RunInfo(
            request.CommandLine,
            articles.Name,
            request.Conversations,
            turns.Select(turn => turn.Trace.PolicyVersion).FirstOrDefault(version => version is not null),
            indexed,
            turns.Count,
            model);
        var scorer = new Scorer(new ArticleCatalogue(articles), request.Price, request.WithTimes, judge?.Model);
        var result = await scorer.ScoreAsync(run, turns, warnings, cancellationToken);
        progress.End();
        return (result, Timings.Of([.. turns.Select(turn => turn.Trace)]));
    }

    /// <summary>The articles, how many of them were indexed, each language counted, the turns in the order of the records, and the model that they could ask.</summary>
    public static async Task<(ArticleSource Articles, int Indexed, IReadOnlyList<ReplayedTurn> Turns, string? Model)> ReplayAsync(
        ReplayRequest request, Progress progress, TraceWarnings warnings, CancellationToken cancellationToken)
    {
        var articles = ArticleReader.Read(request.Articles);
        var records = Choose(ConversationFile.Read(request.Conversations, request.Agents, warnings), request, warnings);

        using var model = request.Model is { } recording ? ConfiguredModel.Create(ModelSettings.Of(recording)) : null;
        progress.Begin($"Indexing {articles.Articles.Count} articles", 0);
        await using var replayer = await Replayer.CreateAsync(
            articles, new ReplayOptions(request.Policies, request.Parallel, model), warnings, cancellationToken);

        progress.Begin($"Replaying {records.Count} conversations", records.Count);
        return (articles, replayer.ArticleCount, await replayer.RunAsync(records, progress.Step, warnings, cancellationToken), model?.Name);
    }

    private static List<RecordedConversation> Choose(
        IReadOnlyList<RecordedConversation> records, ReplayRequest request, TraceWarnings warnings)
    {
        // Records that are put to another set's articles say whose; those of the others are left out, and counted.
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(request.Articles)));
        var chosen = new List<RecordedConversation>();
        foreach (var record in records.Where(record => request.Locale is null || record.Locale == request.Locale))
        {
            if (record.KnowledgeBase is { } other && other != folder)
            {
                warnings.Add("other_articles", $"{record.Origin}: \"{record.Id}\" is put to the articles of {other}, left out");
            }
            else
            {
                chosen.Add(record);
            }
        }

        if (chosen.Count == 0)
        {
            throw new EvalException(
                $"{request.Conversations}: none of {records.Count} conversations is left{(request.Locale is null ? "" : $" in the language {request.Locale}")}.");
        }

        return request.Limit is { } limit ? chosen[..Math.Min(limit, chosen.Count)] : chosen;
    }
}
