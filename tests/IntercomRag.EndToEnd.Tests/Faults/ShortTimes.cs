namespace IntercomRag.EndToEnd.Tests.Faults;

/// <summary>Settings that make the waits short which a fault brings about; what is not here has its default.</summary>
internal static class ShortTimes
{
    public static IReadOnlyDictionary<string, string> Services { get; } = new Dictionary<string, string>
    {
        ["Webhook__MessageQuiet"] = "00:00:00.300",
        ["Webhook__FragmentQuiet"] = "00:00:00.500",
        ["Webhook__MessageCap"] = "00:00:02",
        ["CatchUp__Interval"] = "00:00:02",
        ["CatchUp__Grace"] = "00:00:01",
        ["Inbox__LeaseDuration"] = "00:00:05",
        ["Inbox__RetryDelay"] = "00:00:00.200",
        ["Inbox__RetryCap"] = "00:00:01",
        ["Intercom__Timeout"] = "00:00:01",
        ["Intercom__RetryDelay"] = "00:00:00.050",

        // Writes that come late do so within 1.5 s after the caller gave up.
        ["Turns__SettleTime"] = "00:00:03",
    };

    public static IReadOnlyDictionary<string, string> Simulator { get; } = new Dictionary<string, string>
    {
        ["Simulator__Webhooks__Minute"] = "00:00:02",
    };
}
