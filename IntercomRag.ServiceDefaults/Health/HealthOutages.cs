using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace IntercomRag.ServiceDefaults.Health;

/// <summary>
/// Logs when a check begins to fail, when that lasts, and when it is well again, instead of each failed poll with its stack. A check that fails once, for
/// instance because everything starts at the same moment, is a warning; whoever is woken up by errors sleeps on.
/// </summary>
internal sealed partial class HealthOutages(TimeProvider time, ILogger<HealthOutages> logger)
{
    /// <summary>Longer than a restart of Redis takes, which the turns behind it survive (docs/resilience.md).</summary>
    internal static readonly TimeSpan Lasting = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Outage> _outages = [];

    public void Observe(HealthReport report)
    {
        lock (_gate)
        {
            foreach (var (check, entry) in report.Entries)
            {
                if (entry.Status == HealthStatus.Healthy)
                {
                    End(check);
                }
                else
                {
                    Follow(check, entry);
                }
            }
        }
    }

    private void Follow(string check, HealthReportEntry entry)
    {
        var description = entry.Description ?? entry.Exception?.GetType().Name;
        if (!_outages.TryGetValue(check, out var outage))
        {
            _outages[check] = new Outage(time.GetTimestamp(), IsReported: false);
            LogFails(check, entry.Status, description);
        }
        else if (!outage.IsReported && time.GetElapsedTime(outage.Since) is var elapsed && elapsed >= Lasting)
        {
            _outages[check] = outage with { IsReported = true };
            LogLasts(check, entry.Status, elapsed.TotalSeconds, description);
        }
    }

    private void End(string check)
    {
        if (_outages.Remove(check, out var outage))
        {
            LogWell(check, time.GetElapsedTime(outage.Since).TotalSeconds);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The health check {Check} is {Status}: {Description}")]
    private partial void LogFails(string check, HealthStatus status, string? description);

    [LoggerMessage(2, LogLevel.Information, "The health check {Check} is healthy again after {Seconds:0.0} s")]
    private partial void LogWell(string check, double seconds);

    [LoggerMessage(3, LogLevel.Error, "The health check {Check} has been {Status} for {Seconds:0} s: {Description}")]
    private partial void LogLasts(string check, HealthStatus status, double seconds, string? description);

    private sealed record Outage(long Since, bool IsReported);
}
