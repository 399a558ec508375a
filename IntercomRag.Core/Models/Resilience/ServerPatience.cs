using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace IntercomRag.Core.Models.Resilience;

/// <summary>
/// How a failing server is dealt with: from the outside in, all attempts together are limited in time, refusals for now and failures are tried again,
/// and a server that keeps failing is left alone for a while.
/// </summary>
internal sealed class ServerPatience
{
    // Half of at least this many questions within this time: one outage opens the circuit, a stray failure does not.
    private const int LeastQuestions = 4;
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(30);

    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline _pipeline;

    public ServerPatience(PatienceSettings settings, TimeProvider time)
    {
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = settings.Timeout });
        if (settings.Attempts > 1)
        {
            pipeline.AddRetry(Retries(settings));
        }

        _pipeline = pipeline.AddCircuitBreaker(Breaker(settings, _circuit)).Build();
    }

    /// <summary>Whether the server is being left alone.</summary>
    public bool IsCircuitOpen => _circuit.CircuitState == CircuitState.Open;

    /// <exception cref="ModelException">What the last attempt failed with, or that there was none.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await attempt(token), cancellationToken);
        }
        catch (BrokenCircuitException exception)
        {
            throw new ModelException(ModelFailure.CircuitOpen, "The model's server kept failing and is left alone for a while.", exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new ModelException(
                ModelFailure.TooSlow, $"The model's server did not finish within {exception.Timeout.TotalSeconds:0.##} s.", exception);
        }
    }

    private static RetryStrategyOptions Retries(PatienceSettings settings) => new()
    {
        MaxRetryAttempts = settings.Attempts - 1,
        Delay = settings.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is ModelException { Failure: ModelFailure.RateLimited or ModelFailure.Unavailable } failure
            && (failure.RetryAfter ?? TimeSpan.Zero) <= settings.LongestWait),

        // Null is the back-off.
        DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ModelException)?.RetryAfter),
    };

    // A refusal for now is an answer of a server that works; leaving it alone is what Retry-After is for.
    private static CircuitBreakerStrategyOptions Breaker(PatienceSettings settings, CircuitBreakerStateProvider state) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = LeastQuestions,
        SamplingDuration = s_window,
        BreakDuration = settings.BreakTime,
        StateProvider = state,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is ModelException { Failure: ModelFailure.Unavailable or ModelFailure.TooSlow }),
    };
}
