using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Http.Headers;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>What went wrong between us and a server, in our words. Bodies of errors are not repeated: servers quote the prompt in them.</summary>
internal static class ServerFailures
{
    /// <summary>
    /// What is thrown by the network and the package; anything else is a defect, or a cancellation, and passes. A connection that cannot be opened in
    /// time is reported as a cancellation too, which nobody asked for.
    /// </summary>
    public static bool IsOne(Exception exception, CancellationToken cancellationToken) =>
        exception is ClientResultException or HttpRequestException or IOException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <param name="hasBegun">Whether the answer was on its way.</param>
    public static ModelException Of(Exception exception, bool hasBegun, DateTimeOffset now) => exception is ClientResultException { Status: > 0 } refusal
        ? OfStatus(refusal.Status, refusal.GetRawResponse(), exception, now)
        : new ModelException(ModelFailure.Unavailable, $"The model's server {(hasBegun ? "broke off its answer" : "cannot be reached")}.", exception)
        {
            MayBeCharged = hasBegun,
        };

    public static ModelException OfStatus(int status, PipelineResponse? response, Exception? exception, DateTimeOffset now)
    {
        var refusal = ServerRefusal.Read(response);
        var failure = status switch
        {
            429 => ModelFailure.RateLimited,
            408 or 409 or >= 500 => ModelFailure.Unavailable,
            _ => ModelFailure.Refused,
        };
        var message = string.Create(CultureInfo.InvariantCulture, $"The model's server answered {status}{refusal.Describe()}.");
        return new ModelException(failure, message, exception) { RetryAfter = RetryAfter(response, now) };
    }

    // "Retry-After: 20" or "Retry-After: Mon, 05 Jan 2026 09:00:20 GMT"
    private static TimeSpan? RetryAfter(PipelineResponse? response, DateTimeOffset now)
    {
        if (response?.Headers.TryGetValue("Retry-After", out var value) is not true
            || !RetryConditionHeaderValue.TryParse(value, out var condition))
        {
            return null;
        }

        var wait = condition.Delta ?? condition.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
