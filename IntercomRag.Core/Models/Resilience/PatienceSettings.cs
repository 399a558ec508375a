namespace IntercomRag.Core.Models.Resilience;

/// <param name="Timeout">Of all attempts together.</param>
/// <param name="RetryDelay">Before the second attempt when the server names no time.</param>
/// <param name="LongestWait">What a server may ask for; more is a failure at once.</param>
/// <param name="BreakTime">How long a server that keeps failing is left alone.</param>
internal sealed record PatienceSettings(TimeSpan Timeout, int Attempts, TimeSpan RetryDelay, TimeSpan LongestWait, TimeSpan BreakTime);
