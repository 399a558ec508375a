using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Intercom;

/// <summary>Section <c>Intercom</c>: which workspace, with which credentials, and how patiently.</summary>
public sealed class IntercomOptions
{
    public const string Section = "Intercom";

    /// <summary>
    /// Where the REST API is. Default the US region; <c>https://api.eu.intercom.io</c> and <c>https://api.au.intercom.io</c> are the others,
    /// and a local simulator has an address of its own. A workspace's region is <c>app.region</c> of <c>GET /me</c>.
    /// </summary>
    public Uri BaseUrl { get; set; } = new("https://api.intercom.io");

    /// <summary>The app's access token, from Configure → Authentication in Intercom's Developer Hub. Required.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>
    /// The app's client secret, from Configure → Basic information in the Developer Hub. The REST client works without it; a process that
    /// receives webhooks needs it to check their signatures.
    /// </summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// Sent as <c>Intercom-Version</c> with every call. Default 2.16, the newest version with a published description. Answers of 2.10 to
    /// 2.17 are understood.
    /// </summary>
    public string ApiVersion { get; set; } = "2.16";

    /// <summary>Id of the teammate as whom the assistant speaks. Required: give it a seat of its own, so that its parts can be told apart.</summary>
    public string BotAdminId { get; set; } = "";

    /// <summary>How long one try of a call may take. Default 20 s, as Intercom's own client waits; Intercom publishes no limit.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long opening a connection may take. Default 5 s: a reachable host answers within one.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a write may be held back on this side: by the rate budget, and until there is a connection. Default 250 ms. Whatever was
    /// looked at before a write must still be true when it arrives, so one that cannot leave by then is refused, and the caller looks again.
    /// A new connection to another continent takes about as long; the look just before a write leaves one open.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:05")]
    public TimeSpan LongestWriteDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Tries of a read before giving up. Default 4: bridges a restart of a few seconds.</summary>
    [Range(1, 10)]
    public int Attempts { get; set; } = 4;

    /// <summary>
    /// Wait before the second try of a read; doubles with each further one. Default 0.5 s. Also what a caller is told to wait whose write
    /// found no connection.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);
}
