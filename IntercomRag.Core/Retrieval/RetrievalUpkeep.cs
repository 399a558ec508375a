using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Retrieval;

/// <summary>Keeps what the search holds in memory up to date between turns: at the start all articles, later what the sync has changed.</summary>
public sealed partial class RetrievalUpkeep(Retriever retriever, TimeProvider time, ILogger<RetrievalUpkeep> logger) : BackgroundService
{
    /// <summary>Asking for changes reads one row when there are none. A turn that comes first reads them itself.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        var isWell = true;
        do
        {
            try
            {
                await Task.Run(() => retriever.PrepareAsync(stoppingToken), stoppingToken);
                isWell = true;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Turns meet the same and are tried again; the health of the index says it too.
                if (isWell)
                {
                    LogFailed(exception);
                }

                isWell = false;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The knowledge index could not be read between turns; trying again")]
    private partial void LogFailed(Exception exception);
}
