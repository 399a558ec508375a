using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>One try of a call over the network, limited in time, and what can be said of it for certain.</summary>
internal sealed class IntercomExchange(
    IHttpClientFactory clients,
    RateBudget budget,
    IOptions<IntercomOptions> options,
    TimeProvider time,
    ILogger<IntercomExchange> logger)
{
    private readonly IntercomOptions _options = options.Value;
    private readonly string _baseUrl = options.Value.BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <param name="longestDelay">
    /// How long the body may stay here, as when a connection has to be opened first; one that has not begun to leave by then is kept.
    /// </param>
    /// <exception cref="OperationCanceledException">
    /// Cancelled. A write certainly did not leave: once it has, a cancellation is a failure with <see cref="Attempt.MayHaveArrived"/> set.
    /// </exception>
    public async Task<Attempt> TryAsync(IntercomCall call, TimeSpan longestDelay, CancellationToken cancellationToken)
    {
        using var body = call.Body is null ? null : new JsonBody(call.Body);
        using var request = new HttpRequestMessage(call.Method, _baseUrl + call.Path) { Content = body };
        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var late = new CancellationTokenSource(longestDelay, time);
        using var kept = new CancellationTokenSource();
        await using var keeping = late.Token.Register(() => Keep(body, kept));
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token, kept.Token);
        var started = time.GetTimestamp();
        try
        {
            using var response = await clients.CreateClient(IntercomTransport.ClientName).SendAsync(request, any.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(any.Token);
            var answer = new IntercomAnswer(call.Endpoint, response.StatusCode, response.Headers, bytes);
            var headers = response.Headers;
            budget.Learn(headers.RateLimit, headers.RateLimitRemaining, headers.RateLimitResetIn(time.GetUtcNow()));
            logger.Answered(call.Endpoint, (int)response.StatusCode, time.GetElapsedTime(started).TotalMilliseconds);
            return Attempt.Answered(answer);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Attempt.Failed(exception, MayHaveArrived(body));
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested && call.IsWrite && MayHaveArrived(body))
        {
            return Attempt.Failed(exception, mayHaveArrived: true);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Our time-out, or the connection's, which the handler also reports as a cancellation.
            var limit = kept.IsCancellationRequested ? longestDelay
                : timeout.IsCancellationRequested ? _options.Timeout
                : _options.ConnectTimeout;
            var what = kept.IsCancellationRequested ? "no connection" : "no answer";
            return Attempt.Failed(new TimeoutException($"{what} within {limit.TotalSeconds:0.##} s", exception), MayHaveArrived(body));
        }
    }

    /// <summary>Asking settles it: a body that has not begun to leave stays.</summary>
    private static bool MayHaveArrived(JsonBody? body) => body?.TryHoldBack() != true;

    private static void Keep(JsonBody? body, CancellationTokenSource kept)
    {
        if (body?.TryHoldBack() == true)
        {
            kept.Cancel();
        }
    }
}
