using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace IntercomRag.Worker;

/// <summary>
/// Has the passages embedded soon after their articles change; rests when no embedding model is configured. Of several workers one does this; another takes
/// over when it ends. No failure ends the process: articles stay searchable by their words.
/// </summary>
public sealed partial class EmbeddingSyncService(
    EmbeddingSync sync,
    TextEmbedder embedder,
    IVectorStore store,
    IOptions<EmbeddingSyncOptions> options,
    TimeProvider time,
    ILogger<EmbeddingSyncService> logger) : BackgroundService
{
    private readonly EmbeddingSyncOptions _options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (embedder.IsConfigured && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lead = await store.TryLeadAsync(stoppingToken);
                if (lead is not null)
                {
                    await LeadAsync(stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogCannotLead(e, _options.Interval.TotalSeconds);
            }

            await Task.Delay(_options.Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LeadAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                var report = await sync.RunAsync(stoppingToken);
                failures = report?.Problem is null ? 0 : failures + 1;
                Log(report, failures);
            }
            catch (KnowledgeIndexException e)
            {
                // The knowledge sync puts such a file aside and fills a new one.
                failures++;
                LogIndexAway(e.Message, _options.DelayAfter(failures).TotalSeconds);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                failures++;
                LogBroken(e, _options.DelayAfter(failures).TotalSeconds);
            }

            await Task.Delay(failures == 0 ? _options.Interval : _options.DelayAfter(failures), time, stoppingToken);
        }
    }

    private void Log(EmbeddingReport? report, int failures)
    {
        switch (report)
        {
            case { Problem: { } problem }:
                LogEndedEarly(report.Model, report.Embedded, report.Pending, problem, _options.DelayAfter(failures).TotalSeconds);
                break;
            case { Embedded: > 0 }:
                LogRound(report.Embedded, report.Model, report.Refused);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Embedded} passages embedded by {Model}; refused so far: {Refused}")]
    private partial void LogRound(int embedded, string model, int refused);

    [LoggerMessage(2, LogLevel.Warning, "Embedding by {Model} ended early after {Embedded} passages, {Pending} wait and are found by words: {Problem} Next try in {Seconds:F0} s")]
    private partial void LogEndedEarly(string model, int embedded, int pending, string problem, double seconds);

    [LoggerMessage(3, LogLevel.Error, "Embedding broke; next try in {Seconds:F0} s")]
    private partial void LogBroken(Exception exception, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "Nothing can be embedded: {Reason} Next try in {Seconds:F0} s")]
    private partial void LogIndexAway(string reason, double seconds);

    [LoggerMessage(4, LogLevel.Error, "The lock of the vectors cannot be taken; next try in {Seconds:F0} s")]
    private partial void LogCannotLead(Exception exception, double seconds);
}
