using IntercomRag.Core.Intercom.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>
/// Carries calls to Intercom: waits for the rate budget, tries, and tries again when that cannot do a thing twice. A read is repeated
/// after a failure of the network or the server; a write only after a refusal because of the rate limit, or when it never left this machine.
/// </summary>
internal sealed class IntercomTransport(
    IHttpClientFactory clients,
    RateBudget budget,
    IOptions<IntercomOptions> options,
    TimeProvider time,
    ILogger<IntercomTransport> logger)
{
    /// <summary>Name of the <see cref="HttpClient"/>; see <see cref="IntercomClientExtensions"/>.</summary>
    public const string ClientName = "Intercom";

    // Several processes share one limit: a call can be refused again after a wait, but not for ever.
    private const int MaxRefusals = 5;

    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(15);

    private readonly IntercomOptions _options = options.Value;
    private readonly string _baseUrl = options.Value.BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <exception cref="IntercomApiException">Intercom answered with an error.</exception>
    /// <exception cref="IntercomUnavailableException">No answer, and nothing changed.</exception>
    /// <exception cref="IntercomWriteUnknownException">A write that may have been carried out.</exception>
    public async Task<IntercomAnswer> SendAsync(IntercomCall call, CallPriority priority, CancellationToken cancellationToken)
    {
        var failures = 0;
        var refusals = 0;
        while (true)
        {
            await budget.TakeAsync(priority, cancellationToken);
            var attempt = await TryAsync(call, cancellationToken);
            switch (attempt)
            {
                case { Answer.IsSuccess: true }:
                    return attempt.Answer;

                case { IsRefused: true } when ++refusals <= MaxRefusals:
                    PauseEverybody(attempt.Answer);
                    break;

                case { Answer.IsServerFailure: false }:
                    throw attempt.Answer.ToException();

                case { MayHaveArrived: true } when call.IsWrite:
                    throw new IntercomWriteUnknownException(call.Endpoint, attempt.ToException());

                case var _ when ++failures < _options.Attempts:
                    var delay = BackOff(failures);
                    logger.Retrying(call.Endpoint, failures, attempt.Describe(), delay.TotalMilliseconds);
                    await Task.Delay(delay, time, cancellationToken);
                    break;

                default:
                    throw attempt.Answer is not null
                        ? attempt.ToException()
                        : new IntercomUnavailableException(call.Endpoint, failures, attempt.ToException());
            }
        }
    }

    private async Task<Attempt> TryAsync(IntercomCall call, CancellationToken cancellationToken)
    {
        var body = call.Body is null ? null : new JsonBody(call.Body);
        using var request = new HttpRequestMessage(call.Method, _baseUrl + call.Path) { Content = body };
        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var started = time.GetTimestamp();
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, either.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            var answer = new IntercomAnswer(call.Endpoint, response.StatusCode, response.Headers, bytes);
            var headers = response.Headers;
            budget.Learn(headers.RateLimit, headers.RateLimitRemaining, headers.RateLimitResetIn(time.GetUtcNow()));
            logger.Answered(call.Endpoint, (int)response.StatusCode, time.GetElapsedTime(started).TotalMilliseconds);
            return Attempt.Answered(answer);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Attempt.Failed(exception, body);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Our time-out, or the connection's, which the handler also reports as a cancellation.
            var limit = timeout.IsCancellationRequested ? _options.Timeout : _options.ConnectTimeout;
            return Attempt.Failed(new TimeoutException($"no answer within {limit.TotalSeconds:0.#} s", exception), body);
        }
    }

    private void PauseEverybody(IntercomAnswer answer)
    {
        var now = time.GetUtcNow();
        var wait = answer.Headers.RetryAfterFrom(now) ?? answer.Headers.RateLimitResetIn(now) ?? RateBudget.Window;

        // Spreads the first calls of the next window over the processes that share the limit.
        var pause = wait + TimeSpan.FromSeconds(Random.Shared.NextDouble());
        logger.RateLimited(answer.Endpoint, pause.TotalMilliseconds);
        budget.Pause(pause);
    }

    private TimeSpan BackOff(int failures)
    {
        var delay = _options.RetryDelay * Math.Pow(2, failures - 1) * (1 + Random.Shared.NextDouble() / 2);
        return delay < LongestRetryDelay ? delay : LongestRetryDelay;
    }
}
