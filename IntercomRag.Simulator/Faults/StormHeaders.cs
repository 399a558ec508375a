namespace IntercomRag.Simulator.Faults;

/// <summary>Values of <see cref="StormFaults.Headers"/>.</summary>
internal static class StormHeaders
{
    public const string Reset = "reset";
    public const string RetryAfter = "retry_after";
    public const string Both = "both";
    public const string None = "none";
}
