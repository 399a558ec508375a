using System.Runtime.CompilerServices;

namespace IntercomRag.Testing;

/// <summary>Waits for a condition in real time, instead of sleeping for a time that is either too long or too short.</summary>
public static class Eventually
{
    /// <summary>Long enough for a loaded build machine; a condition that holds costs only its own time.</summary>
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Reads until <paramref name="condition"/> accepts what was read, and returns that.</summary>
    /// <exception cref="TimeoutException">Not accepted before the deadline; the message shows what was read last.</exception>
    public static async Task<T> ReadAsync<T>(
        Func<Task<T>> read,
        Func<T, bool> condition,
        TimeSpan? deadline = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string description = "")
    {
        var limit = deadline ?? DefaultDeadline;
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (last, failure) = await TryReadAsync(read);
            if (failure is null && condition(last!))
            {
                return last!;
            }

            if (TimeProvider.System.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException(
                    $"Not within {limit.TotalSeconds:0.#} s: {description}. Last seen: {failure?.ToString() ?? last?.ToString() ?? "null"}",
                    failure);
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Waits until <paramref name="condition"/> holds.</summary>
    /// <exception cref="TimeoutException">It did not before the deadline.</exception>
    public static Task HoldsAsync(
        Func<bool> condition,
        TimeSpan? deadline = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string description = "") =>
        ReadAsync(() => Task.FromResult(condition()), held => held, deadline, cancellationToken, description);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, TimeSpan?, CancellationToken, string)"/>
    public static Task HoldsAsync(
        Func<Task<bool>> condition,
        TimeSpan? deadline = null,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(condition))] string description = "") =>
        ReadAsync(condition, held => held, deadline, cancellationToken, description);

    // What is waited for may fail until it holds, such as a request to a server that is starting.
    private static async Task<(T? Value, Exception? Failure)> TryReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return (await read(), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (default, exception);
        }
    }
}
