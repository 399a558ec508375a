namespace IntercomRag.Simulator.Webhooks;

/// <summary>How a try to deliver ended.</summary>
public static class DeliveryOutcome
{
    public const string Delivered = "delivered";

    /// <summary>Failed, and will be tried once more.</summary>
    public const string Retrying = "retrying";

    /// <summary>Failed for good: Intercom tries twice.</summary>
    public const string Failed = "failed";

    /// <summary>Answered with 429: waits with the whole subscription.</summary>
    public const string Throttled = "throttled";

    /// <summary>Never sent: a fault, a full queue, too long a delay, a paused or disabled subscription.</summary>
    public const string Dropped = "dropped";
}
