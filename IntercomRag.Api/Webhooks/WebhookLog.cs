using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Api.Webhooks;

internal static partial class WebhookLog
{
    [LoggerMessage(200, LogLevel.Debug, "Webhook {Topic} {NotificationId} for {Subject}: {Result}")]
    public static partial void Stored(this ILogger logger, string topic, string? notificationId, SubjectKey subject, EnqueueResult result);

    [LoggerMessage(201, LogLevel.Debug, "Webhook {Topic} {NotificationId} ignored: {Reason}")]
    public static partial void Ignored(this ILogger logger, string topic, string? notificationId, string reason);

    [LoggerMessage(202, LogLevel.Warning, "Webhook of {Length} bytes refused: its signature is {Fault}. If this goes on, compare Intercom__ClientSecret with the app's client secret")]
    public static partial void SignatureRefused(this ILogger logger, int length, string fault);

    [LoggerMessage(203, LogLevel.Warning, "Webhook refused: at {Path}, expected {Expected}")]
    public static partial void EnvelopeRefused(this ILogger logger, string path, string expected);

    [LoggerMessage(204, LogLevel.Error, "Webhook {Topic} {NotificationId} for {Subject} was not stored within {Seconds:0.0} s; answered 503, Intercom repeats it once")]
    public static partial void StoringTooSlow(this ILogger logger, string topic, string? notificationId, SubjectKey subject, double seconds);

    [LoggerMessage(205, LogLevel.Error, "Webhook {Topic} {NotificationId} for {Subject} was not stored ({ErrorType}: {Error}); answered 503, Intercom repeats it once")]
    public static partial void StoringFailed(this ILogger logger, string topic, string? notificationId, SubjectKey subject, string errorType, string error);

    [LoggerMessage(206, LogLevel.Error, "Webhook {Topic} {NotificationId} for {Subject} was not stored: the inbox is full; answered 503, Intercom repeats it once")]
    public static partial void InboxFull(this ILogger logger, string topic, string? notificationId, SubjectKey subject);
}
