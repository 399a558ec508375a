using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Simulator.Webhooks;

/// <summary>Section <c>Simulator:Webhooks</c>: how the workspace delivers its notifications.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Simulator:Webhooks";

    /// <summary>
    /// Version of the payloads, which in Intercom follows the app's version and no header. Before 2.15 bodies are HTML and the
    /// statistics' times ISO-8601 texts. Default 2.16.
    /// </summary>
    [RegularExpression(@"2\.1[0-7]")]
    public string Version { get; set; } = "2.16";

    /// <summary>
    /// Intercom's minute: the wait before the one retry, and the unit of throttling. Default 1 min; tests make it short.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan Minute { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the receiver may take to answer. Default 5 s, as Intercom's.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Notifications that may wait or be delayed at one time; further ones are dropped, and the log says so. Default 50,000.</summary>
    [Range(1, 1_000_000)]
    public int QueueLength { get; set; } = 50_000;

    /// <summary>
    /// Deliveries at one time. Notifications of one conversation or article share a lane and keep their order unless a fault, a
    /// retry or a delay changes it. Default 32: a receiver that takes 50 ms gets 640 a second.
    /// </summary>
    [Range(1, 1024)]
    public int Lanes { get; set; } = 32;

    /// <summary>Deliveries that <c>/simulator/webhooks</c> can show. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int RememberedDeliveries { get; set; } = 1000;
}
