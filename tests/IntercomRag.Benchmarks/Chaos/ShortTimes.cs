namespace IntercomRag.Benchmarks.Chaos;

/// <summary>
/// Settings that make times short, so that minutes of a run hold what takes production hours. Everything else runs with its defaults.
/// </summary>
internal static class ShortTimes
{
    /// <summary>A burst is over when nothing has come for this long.</summary>
    public static readonly TimeSpan BurstQuiet = TimeSpan.FromMilliseconds(300);

    /// <summary>
    /// Nothing that is still under way can show itself later than this after everything has become quiet: a round of the catch-up with its grace,
    /// a turn, and the time that a call without an answer may take to show.
    /// </summary>
    public static readonly TimeSpan Settled = TimeSpan.FromSeconds(14);

    public static IReadOnlyDictionary<string, string> Services { get; } = new Dictionary<string, string>
    {
        ["Webhook__MessageQuiet"] = BurstQuiet.ToString("c"),
        ["Webhook__FragmentQuiet"] = "00:00:00.700",
        ["Webhook__QuietGrowth"] = "00:00:00.100",
        ["Webhook__MessageCap"] = "00:00:02.500",
        ["Inbox__LeaseDuration"] = "00:00:03",
        ["Inbox__RetryDelay"] = "00:00:00.200",
        ["Inbox__RetryCap"] = "00:00:02",
        ["InboxProcessor__PollInterval"] = "00:00:00.050",
        ["InboxProcessor__OutagePauseCap"] = "00:00:00.500",
        ["Intercom__Timeout"] = "00:00:01",
        ["Intercom__ConnectTimeout"] = "00:00:01",
        ["Intercom__RetryDelay"] = "00:00:00.100",
        ["Turns__SettleTime"] = "00:00:02",
        ["Turns__LookFreshness"] = "00:00:00.150",
        ["Turns__MergeDelay"] = "00:00:00.300",
        ["Turns__LongestRefusal"] = "00:00:02",
        ["CatchUp__Interval"] = "00:00:03",
        ["CatchUp__Grace"] = "00:00:05",
    };

    public static IReadOnlyDictionary<string, string> Simulator { get; } = new Dictionary<string, string>
    {
        // Intercom's minute, after which it delivers a second and last time.
        ["Simulator__Webhooks__Minute"] = "00:00:05",
        ["Simulator__Webhooks__Timeout"] = "00:00:02",
        ["Simulator__RateLimit"] = "400",
        ["Simulator__RateLimitWindow"] = "00:00:01",
    };
}
