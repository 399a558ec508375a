using IntercomRag.Core.Intercom.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>
/// Carries calls to Intercom. A read waits for the rate budget and is repeated after a refusal and after a failure of the network or the
/// server. A write is sent now or not at all: what was seen before it must still be true when it arrives, and doing it twice would show.
/// </summary>
internal sealed class IntercomTransport(
    IntercomExchange exchange,
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

    // A write has a quarter of a second in all: enough for another try or two while a load balancer changes hosts.
    private static readonly TimeSpan WriteRetryDelay = TimeSpan.FromMilliseconds(50);

    private readonly IntercomOptions _options = options.Value;

    /// <exception cref="IntercomApiException">Intercom answered with an error, and did nothing.</exception>
    /// <exception cref="IntercomUnavailableException">A read had no answer.</exception>
    /// <exception cref="IntercomWriteRefusedException">A write that was not carried out, for certain.</exception>
    /// <exception cref="IntercomWriteUnknownException">
    /// A write that may have been carried out; also one that was cancelled after it had begun to leave.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled; a write certainly was not sent.</exception>
    public Task<IntercomAnswer> SendAsync(IntercomCall call, CallPriority priority, CancellationToken cancellationToken) =>
        call.IsWrite ? WriteAsync(call, priority, cancellationToken) : ReadAsync(call, priority, cancellationToken);

    private async Task<IntercomAnswer> ReadAsync(IntercomCall call, CallPriority priority, CancellationToken cancellationToken)
    {
        var failures = 0;
        var refusals = 0;
        while (true)
        {
            await budget.TakeAsync(priority, cancellationToken);
            var attempt = await exchange.TryAsync(call, Timeout.InfiniteTimeSpan, cancellationToken);
            switch (attempt)
            {
                case { Answer.IsSuccess: true }:
                    return attempt.Answer;

                case { IsRefused: true } when ++refusals <= MaxRefusals:
                    PauseEverybody(attempt.Answer);
                    break;

                case { Answer.IsServerFailure: false }:
                    throw attempt.Answer.ToException();

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

    private async Task<IntercomAnswer> WriteAsync(IntercomCall call, CallPriority priority, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            if (await budget.TryTakeAsync(priority, Remaining(began), cancellationToken) is { } wait)
            {
                logger.HeldBack(call.Endpoint, wait.TotalMilliseconds);
                throw new IntercomWriteRefusedException(call.Endpoint, wait, "the rate budget is used up");
            }

            var attempt = await exchange.TryAsync(call, Remaining(began), cancellationToken);
            switch (attempt)
            {
                case { Answer.IsSuccess: true }:
                    return attempt.Answer;

                case { IsRefused: true }:
                    var pause = PauseEverybody(attempt.Answer);
                    throw new IntercomWriteRefusedException(call.Endpoint, pause, "Intercom's rate limit is used up", attempt.ToException());

                case { Answer.IsServerFailure: false }:
                    throw attempt.Answer.ToException();

                case { MayHaveArrived: true }:
                    throw new IntercomWriteUnknownException(call.Endpoint, attempt.ToException());

                case var _ when Remaining(began) > WriteRetryDelay:
                    logger.Retrying(call.Endpoint, tries, attempt.Describe(), WriteRetryDelay.TotalMilliseconds);
                    await Task.Delay(WriteRetryDelay, time, cancellationToken);
                    break;

                default:
                    logger.NotSent(call.Endpoint, tries, attempt.Describe());
                    throw new IntercomWriteRefusedException(
                        call.Endpoint, _options.RetryDelay, "there was no connection in time", attempt.ToException());
            }
        }
    }

    private TimeSpan Remaining(long began)
    {
        var remaining = _options.LongestWriteDelay - time.GetElapsedTime(began);
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }

    private TimeSpan PauseEverybody(IntercomAnswer answer)
    {
        var now = time.GetUtcNow();
        var wait = answer.Headers.RetryAfterFrom(now) ?? answer.Headers.RateLimitResetIn(now) ?? RateBudget.Window;

        // Spreads the first calls of the next window over the processes that share the limit.
        var pause = wait + TimeSpan.FromSeconds(Random.Shared.NextDouble());
        logger.RateLimited(answer.Endpoint, pause.TotalMilliseconds);
        return budget.Pause(pause);
    }

    private TimeSpan BackOff(int failures)
    {
        var delay = _options.RetryDelay * Math.Pow(2, failures - 1) * (1 + Random.Shared.NextDouble() / 2);
        return delay < LongestRetryDelay ? delay : LongestRetryDelay;
    }
}
