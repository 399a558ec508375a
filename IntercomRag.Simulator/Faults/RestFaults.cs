using System.Text.Json.Serialization;

namespace IntercomRag.Simulator.Faults;

/// <summary>What goes wrong with REST. Probabilities are from 0 to 1 and count per request; the first that hits decides.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RestFaults
{
    /// <summary>429 with the reset time of the rate limit's window, without the effect.</summary>
    public double TooManyRequestsProbability { get; init; }

    /// <summary><see cref="ServerErrorStatus"/> without the effect.</summary>
    public double ServerErrorBeforeProbability { get; init; }

    /// <summary>The same after the effect, as a gateway answers when the server behind it was too slow.</summary>
    public double ServerErrorAfterProbability { get; init; }

    /// <summary>500, 502, 503 or 504. 502 and 504 come as a page of HTML, as from a gateway. Default 503.</summary>
    public int ServerErrorStatus { get; init; } = StatusCodes.Status503ServiceUnavailable;

    /// <summary>No answer for <see cref="TimeoutMs"/>, then a broken connection, without the effect.</summary>
    public double TimeoutBeforeProbability { get; init; }

    /// <summary>The same after the effect: the reply was posted, and the caller cannot know.</summary>
    public double TimeoutAfterProbability { get; init; }

    /// <summary>Default 60,000 ms: longer than a client should wait.</summary>
    public int TimeoutMs { get; init; } = 60_000;

    /// <summary>The connection breaks at once, without the effect.</summary>
    public double ResetBeforeProbability { get; init; }

    /// <summary>The connection breaks at once after the effect.</summary>
    public double ResetAfterProbability { get; init; }

    /// <summary>
    /// The effect takes place late, by <see cref="SlowMinMs"/> to <see cref="SlowMaxMs"/> milliseconds, also when the caller has given up by then.
    /// </summary>
    public double SlowBeforeProbability { get; init; }

    /// <summary>The effect takes place at once and the answer comes late: what a read returns is by then out of date.</summary>
    public double SlowAfterProbability { get; init; }

    public int SlowMinMs { get; init; }

    public int SlowMaxMs { get; init; }

    /// <summary>The connection breaks in the middle of the answer, after the effect.</summary>
    public double HalfAnswerProbability { get; init; }

    /// <summary>The answer is complete as HTTP and cut off as JSON, after the effect.</summary>
    public double BrokenJsonProbability { get; init; }

    /// <summary>Only requests whose path contains this, such as <c>/reply</c>. Default all.</summary>
    public string? PathContains { get; init; }

    /// <summary>Only requests of this method. Default all.</summary>
    public string? Method { get; init; }

    /// <summary>Faults after which no further ones happen. Default none: they go on.</summary>
    public int? MaxFaults { get; init; }

    /// <summary>In the order in which the dice are thrown.</summary>
    internal IEnumerable<(RestFault Fault, string Name, double Probability)> Odds =>
    [
        (RestFault.TooManyRequests, nameof(TooManyRequestsProbability), TooManyRequestsProbability),
        (RestFault.ServerErrorBefore, nameof(ServerErrorBeforeProbability), ServerErrorBeforeProbability),
        (RestFault.ServerErrorAfter, nameof(ServerErrorAfterProbability), ServerErrorAfterProbability),
        (RestFault.TimeoutBefore, nameof(TimeoutBeforeProbability), TimeoutBeforeProbability),
        (RestFault.TimeoutAfter, nameof(TimeoutAfterProbability), TimeoutAfterProbability),
        (RestFault.ResetBefore, nameof(ResetBeforeProbability), ResetBeforeProbability),
        (RestFault.ResetAfter, nameof(ResetAfterProbability), ResetAfterProbability),
        (RestFault.SlowBefore, nameof(SlowBeforeProbability), SlowBeforeProbability),
        (RestFault.SlowAfter, nameof(SlowAfterProbability), SlowAfterProbability),
        (RestFault.HalfAnswer, nameof(HalfAnswerProbability), HalfAnswerProbability),
        (RestFault.BrokenJson, nameof(BrokenJsonProbability), BrokenJsonProbability),
    ];

    public string? Problem() =>
        Odds.Select(one => FaultChecks.Probability(one.Name, one.Probability)).FirstOrDefault(problem => problem is not null)
        ?? FaultChecks.OneOf(nameof(ServerErrorStatus), ServerErrorStatus, 500, 502, 503, 504)
        ?? FaultChecks.Milliseconds(nameof(SlowMinMs), SlowMinMs, SlowMaxMs)
        ?? FaultChecks.Milliseconds(nameof(TimeoutMs), 0, TimeoutMs);
}
