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
    /// How long to wait for more after a message that stands by itself, such as a question with its mark. Default 1.2 s: a single question must be
    /// answered in under 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan MessageQuiet { get; set; } = TimeSpan.FromSeconds(1.2);

    /// <summary>
    /// How long to wait for more after a fragment: a greeting, "j'ai un souci :", a comma, a file without words, a body that cannot be read; and
    /// after any message that is not the first of its burst. Default 3 s: enough to type some ten words on a keyboard. Never less than
    /// <see cref="MessageQuiet"/>.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan FragmentQuiet { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Added to <see cref="FragmentQuiet"/> for each message of a burst from the third on. Default 0.5 s: who sends one thought at a time goes on
    /// doing so, and takes longer for each.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan QuietGrowth { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Longest wait for the end of a burst of messages, from its first one. Default 12 s: somebody who is still writing after that is better
    /// served by an answer, and what comes later supersedes it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan MessageCap { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Words from which a statement with its full stop stands by itself, and a question without its mark. Default 4: "j'ai un problème." announces,
    /// "ça ne marche pas." and "comment annuler ma séance" say it.
    /// </summary>
    [Range(1, 50)]
    public int SentenceWords { get; set; } = 4;

    /// <summary>Words from which a message without any mark at its end stands by itself. Default 8: shorter ones often are half a sentence.</summary>
    [Range(1, 100)]
    public int LongMessageWords { get; set; } = 8;

    /// <summary>
    /// An article is synced when no event about it has come for this long. Default 1 s: an edit arrives as <c>created</c>,
    /// <c>updated</c> and <c>published</c> in quick succession.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan ArticleQuiet { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait for the end of an editing burst. Default 3 s: a withdrawn article is out of the index within 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ArticleCap { get; set; } = TimeSpan.FromSeconds(3);

    public BurstWindow ArticleWindow => new(ArticleQuiet, ArticleCap);

    /// <param name="message">Null when nothing is known of it.</param>
    public BurstWindow MessageWindow(MessageShape? message)
    {
        var more = FragmentQuiet > MessageQuiet ? FragmentQuiet : MessageQuiet;
        var isComplete = message?.IsComplete(SentenceWords, LongMessageWords) == true;
        return new BurstWindow(isComplete ? MessageQuiet : more, MessageCap) { FurtherQuiet = more, Growth = QuietGrowth };
    }

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
