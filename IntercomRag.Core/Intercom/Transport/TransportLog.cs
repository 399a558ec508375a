using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>Endpoints without ids, statuses and times; never a body.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(1101, LogLevel.Debug, "{Endpoint} answered {Status} in {Milliseconds:0} ms")]
    public static partial void Answered(this ILogger logger, string endpoint, int status, double milliseconds);

    [LoggerMessage(1102, LogLevel.Warning, "{Endpoint} failed at try {Try} ({Cause}); trying again in {Milliseconds:0} ms")]
    public static partial void Retrying(this ILogger logger, string endpoint, int @try, string cause, double milliseconds);

    [LoggerMessage(1103, LogLevel.Warning, "Intercom's rate limit refused {Endpoint}; all calls pause for {Milliseconds:0} ms")]
    public static partial void RateLimited(this ILogger logger, string endpoint, double milliseconds);

    [LoggerMessage(1104, LogLevel.Information, "{Endpoint} was not sent: the rate budget would have held it back for {Milliseconds:0} ms")]
    public static partial void HeldBack(this ILogger logger, string endpoint, double milliseconds);

    [LoggerMessage(1105, LogLevel.Warning, "{Endpoint} was not sent: no connection in {Tries} tries ({Cause})")]
    public static partial void NotSent(this ILogger logger, string endpoint, int tries, string cause);
}
