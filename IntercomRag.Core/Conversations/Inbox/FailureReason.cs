using IntercomRag.Core.Intercom.Errors;

namespace IntercomRag.Core.Conversations.Inbox;

/// <summary>A failure as operators read it beside the items that failed.</summary>
internal static class FailureReason
{
    /// <summary>
    /// The exception's type, and Intercom's error code where there is one: <c>IntercomApiException:rate_limit_exceeded</c>. Never a
    /// message, which may quote a customer.
    /// </summary>
    public static string Of(Exception failure) => failure is IntercomApiException { Code: { } code }
        ? $"{failure.GetType().Name}:{code}"
        : failure.GetType().Name;
}
