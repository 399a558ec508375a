using Microsoft.Extensions.Logging;

namespace IntercomRag.Api.Tests.ServiceDefaults;

internal static partial class TelemetryHostLog
{
    [LoggerMessage(1, LogLevel.Information, "Order read")]
    public static partial void OrderRead(this ILogger logger);
}
