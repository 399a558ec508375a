using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Simulator;

/// <summary>Section <c>Simulator</c>: which workspace is played, and how it is reached.</summary>
public sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    /// <summary>Token that REST callers must send as <c>Authorization: Bearer</c>. Default for a workspace without secrets.</summary>
    [Required]
    public string AccessToken { get; set; } = "demo-access-token";

    /// <summary>Key of the webhook signature (HMAC-SHA1). Default for a workspace without secrets.</summary>
    [Required]
    public string ClientSecret { get; set; } = "demo-client-secret";

    /// <summary>Base URL of the receiver; webhooks go to <c>/intercom/webhook</c> below it. Default none: nothing is sent.</summary>
    public Uri? WebhookTarget { get; set; }

    /// <summary>An <c>articles.jsonl</c> whose articles replace those of the demo workspace. Default none.</summary>
    public string? Articles { get; set; }

    /// <summary>Folder with <c>seed.json</c> and <c>articles/</c>. Default: the demo workspace that is delivered with the program.</summary>
    [Required]
    public string WorkspaceFolder { get; set; } = Path.Combine(AppContext.BaseDirectory, "Workspace", "Demo");

    /// <summary>REST version of callers that send no <c>Intercom-Version</c>. Default 2.16, the newest with a published description.</summary>
    [RegularExpression(@"2\.1[0-7]")]
    public string ApiVersion { get; set; } = "2.16";

    /// <summary>Teammate that owns the access token, and to whom "give back" assigns. Default 9001, the assistant of the demo workspace.</summary>
    [Required]
    public string BotAdminId { get; set; } = "9001";

    /// <summary>
    /// Whether an agent's reply takes a conversation that nobody has, as Intercom's inbox does. Default true.
    /// </summary>
    public bool AssignOnAgentReply { get; set; } = true;

    /// <summary>The same for replies through REST. Default false: Intercom does not document it, and workspaces differ.</summary>
    public bool AssignOnApiReply { get; set; }

    /// <summary>
    /// Whether the workspace's own bot ("Operator") answers a new conversation with its reply-time message. Default false.
    /// </summary>
    public bool OperatorGreeting { get; set; }

    /// <summary>
    /// Makes ids repeatable; faults have a seed of their own. Default none: ids then start at the time of the start, so that no two runs share one and a
    /// receiver that remembers ids of an earlier run is not misled.
    /// </summary>
    public int? Seed { get; set; }

    /// <summary>REST calls per window before 429. Default 1,666: Intercom's 10,000 a minute, spread over 10-second windows.</summary>
    [Range(1, 1_000_000)]
    public int RateLimit { get; set; } = 1666;

    /// <summary>Length of the rate limit's window. Default 10 s, as Intercom's.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan RateLimitWindow { get; set; } = TimeSpan.FromSeconds(10);
}
