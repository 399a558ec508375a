using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Conversations;

/// <summary>Section <c>Turns</c>: the times of a turn.</summary>
public sealed class TurnOptions
{
    public const string Section = "Turns";

    /// <summary>
    /// How long the effect of a call without an answer may take to show in the conversation; before that the call is not made again. Default
    /// 15 s: half as long again as <c>Intercom:Timeout</c>, so that a server that was only slow has finished.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How old the last look at a conversation may be when the assistant writes to it. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan LookFreshness { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a turn waits before it starts again because the customer wrote while the answer was composed. Default 1 s: people send the rest
    /// of a thought at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan MergeDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often in a row an answer gives way because the customer has written again. Default 5: somebody who never stops typing gets an answer
    /// too, and the rest is the next turn.
    /// </summary>
    [Range(0, 100)]
    public int MostMerges { get; set; } = 5;

    /// <summary>
    /// How long finding and composing an answer may take before a human gets the conversation instead. Default 30 s: a customer who sees
    /// nothing for longer leaves.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long all questions of a turn to a language model may take together; after that the turn goes on without it. Default 20 s: ten less than
    /// <see cref="AnswerWithin"/>, so that a slow model costs the customer time and not the answer.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan ModelWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The attempt at which a turn that keeps failing hands over instead of trying to answer. Default 3: with the default back-off the
    /// customer has waited some ten seconds, and half of <c>Inbox:MaxAttempts</c> is left for the handover itself.
    /// </summary>
    [Range(1, 100)]
    public int HandoverAttempt { get; set; } = 3;

    /// <summary>
    /// How long a turn keeps its place while Intercom's rate limit refuses its writes; after that it is leased anew. Default 5 s: half a
    /// window of the limit.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LongestRefusal { get; set; } = TimeSpan.FromSeconds(5);
}
