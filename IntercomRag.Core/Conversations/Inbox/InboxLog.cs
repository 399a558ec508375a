using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Conversations.Inbox;

internal static partial class InboxLog
{
    private static readonly Func<ILogger, string, SubjectKey, IDisposable?> s_leaseScope =
        LoggerMessage.DefineScope<string, SubjectKey>("{Inbox} {Subject}");

    public static IDisposable? BeginLease(this ILogger logger, string inbox, SubjectKey subject) => s_leaseScope(logger, inbox, subject);

    [LoggerMessage(100, LogLevel.Warning, "The inbox {Inbox} cannot be reached; looking again until it can")]
    public static partial void InboxUnreachable(this ILogger logger, Exception exception, string inbox);

    [LoggerMessage(101, LogLevel.Information, "The inbox {Inbox} can be reached again after {Seconds:0.0} s")]
    public static partial void InboxReachable(this ILogger logger, string inbox, double seconds);

    [LoggerMessage(102, LogLevel.Warning, "{Inbox}: {Subject} failed at attempt {Attempt} and is due again later: {Reason}")]
    public static partial void WillRetry(this ILogger logger, Exception exception, string inbox, SubjectKey subject, int attempt, string reason);

    [LoggerMessage(103, LogLevel.Error, "{Inbox}: {Subject} failed at attempt {Attempt} and is given up: {Reason}")]
    public static partial void DeadLettered(this ILogger logger, Exception exception, string inbox, SubjectKey subject, int attempt, string reason);

    [LoggerMessage(104, LogLevel.Warning, "{Inbox}: the lease of {Subject} was lost at attempt {Attempt}; it is handled again by whoever has it")]
    public static partial void LeaseLost(this ILogger logger, string inbox, SubjectKey subject, int attempt);

    [LoggerMessage(105, LogLevel.Error, "{Inbox}: processing {Subject} broke; it is due again when its lease has expired")]
    public static partial void LeaseAbandoned(this ILogger logger, Exception exception, string inbox, SubjectKey subject);

    [LoggerMessage(106, LogLevel.Warning, "{Inbox}: giving back {Count} leases that were not done {Seconds:0.0} s into the shutdown")]
    public static partial void GivingBack(this ILogger logger, string inbox, int count, double seconds);

    [LoggerMessage(107, LogLevel.Debug, "Renewing the lease of {Subject} failed; trying again while it lasts")]
    public static partial void RenewalFailed(this ILogger logger, Exception exception, SubjectKey subject);

    [LoggerMessage(108, LogLevel.Debug, "Recording the outcome of {Subject} failed; trying again while its lease lasts")]
    public static partial void SettlingFailed(this ILogger logger, Exception exception, SubjectKey subject);

    [LoggerMessage(109, LogLevel.Debug, "The backlog of the inbox {Inbox} could not be measured")]
    public static partial void BacklogUnknown(this ILogger logger, Exception exception, string inbox);

    /// <summary>Without the stack: an outage fails every lease in the same place.</summary>
    [LoggerMessage(110, LogLevel.Warning, "{Inbox}: {Subject} failed {Failures} times in a row and is due again later: {Reason}")]
    public static partial void WillRetryTransient(this ILogger logger, string inbox, SubjectKey subject, int failures, string reason);
}
