namespace IntercomRag.Simulator.Faults;

/// <summary>What becomes of one REST request.</summary>
public enum RestFate
{
    Normal,
    TooManyRequests,
    ServerError,
    TimeoutBefore,
    TimeoutAfter,
    Slow,
}
