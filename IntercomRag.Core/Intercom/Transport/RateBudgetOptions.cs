using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>Section <c>Intercom:RateLimit</c>: how much of Intercom's rate limit this process may use.</summary>
public sealed class RateBudgetOptions
{
    public const string Section = "Intercom:RateLimit";

    /// <summary>
    /// Calls that Intercom allows in a window of ten seconds. Default 1,666: an app may make 10,000 calls a minute. A lower limit that
    /// Intercom's answers state is obeyed at once; set this only when yours is higher.
    /// </summary>
    [Range(1, 100_000)]
    public int CallsPerWindow { get; set; } = 1_666;

    /// <summary>Part of it that this process uses. Default 0.8: leaves room for the workspace's other apps, which share a common pool.</summary>
    [Range(0.01, 1.0)]
    public double Share { get; set; } = 0.8;

    /// <summary>
    /// Part of its share that sync calls leave to replies. Default 0.25, about 330 calls in ten seconds: a turn takes six to ten, so some
    /// thirty turns can start while a full sync runs.
    /// </summary>
    [Range(0.0, 0.9)]
    public double ReplyReserve { get; set; } = 0.25;
}
