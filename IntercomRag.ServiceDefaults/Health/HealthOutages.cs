using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace IntercomRag.ServiceDefaults.Health;

/// <summary>Logs when a check begins to fail and when it is well again, instead of each failed poll with its stack.</summary>
internal sealed partial class HealthOutages(TimeProvider time, ILogger<HealthOutages> logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _failingSince = [];

    public void Observe(HealthReport report)
    {
        lock (_gate)
        {
            foreach (var (check, entry) in report.Entries)
            {
                Observe(check, entry);
            }
        }
    }

    private void Observe(string check, HealthReportEntry entry)
    {
        if (entry.Status != HealthStatus.Healthy)
        {
            if (_failingSince.TryAdd(check, time.GetTimestamp()))
            {
                LogFails(check, entry.Status, entry.Description ?? entry.Exception?.GetType().Name);
            }
        }
        else if (_failingSince.Remove(check, out var since))
        {
            LogWell(check, time.GetElapsedTime(since).TotalSeconds);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The health check {Check} is {Status}: {Description}")]
    private partial void LogFails(string check, HealthStatus status, string? description);

    [LoggerMessage(2, LogLevel.Information, "The health check {Check} is healthy again after {Seconds:0.0} s")]
    private partial void LogWell(string check, double seconds);
}
