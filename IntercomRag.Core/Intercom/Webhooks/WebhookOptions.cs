using System.ComponentModel.DataAnnotations;
using IntercomRag.Core.Conversations.Inbox;

namespace IntercomRag.Core.Intercom.Webhooks;

/// <summary>Section <c>Webhook</c>.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    public const string Section = "Webhook";

    /// <summary>Largest body that is read, in bytes. Default 1 MiB: a notification with a long message is some tens of KiB.</summary>
    [Range(4 * 1024, 16 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// How long storing an event may take before it is refused with 503, for Intercom to repeat it. Default 2 s: Intercom stops
    /// waiting after 5 s, and an answer of ours tells it more than a timeout.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:04")]
    public TimeSpan StoreDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A customer's messages are answered together when none has come for this long. Default 1.2 s: a single question must be
    /// answered in under 2 s, and three messages sent within two seconds are one turn.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan MessageQuiet { get; set; } = TimeSpan.FromSeconds(1.2);

    /// <summary>Longest wait for the end of a burst of messages, from its first one. Default 6 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan MessageCap { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>
    /// An article is synced when no event about it has come for this long. Default 1 s: an edit arrives as <c>created</c>,
    /// <c>updated</c> and <c>published</c> in quick succession.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan ArticleQuiet { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait for the end of an editing burst. Default 3 s: a withdrawn article is out of the index within 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ArticleCap { get; set; } = TimeSpan.FromSeconds(3);

    public BurstWindow MessageWindow => new(MessageQuiet, MessageCap);

    public BurstWindow ArticleWindow => new(ArticleQuiet, ArticleCap);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MessageCap < MessageQuiet)
        {
            yield return new ValidationResult($"{Section}:{nameof(MessageCap)} must not be shorter than {Section}:{nameof(MessageQuiet)}.");
        }

        if (ArticleCap < ArticleQuiet)
        {
            yield return new ValidationResult($"{Section}:{nameof(ArticleCap)} must not be shorter than {Section}:{nameof(ArticleQuiet)}.");
        }
    }
}
