using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.CatchUp;

/// <summary>Section <c>CatchUp</c>: how the worker looks for customers whom no webhook announced, and for turns that were left unfinished.</summary>
public sealed class CatchUpOptions
{
    public const string Section = "CatchUp";

    /// <summary>
    /// Time between two rounds, over all workers. Default 3 min: a customer whose webhook was lost waits that long at most, for one or two calls a round.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Time to the next round after one that failed; doubles with each further one, up to <see cref="Interval"/>. Default 10 s: services that start together
    /// find each other within that.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How far back the first round goes, when no earlier one is known. Default 24 h: who asked before that was answered by a person, or is not helped by
    /// an answer any more. Later rounds go on where the last one ended, however long ago that was.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan LookBack { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How far each round goes back behind the end of the last one. Default 2 h: longer than the inbox tries a turn during an outage
    /// (<c>Inbox:GiveUpAfter</c>), so that one that was given up is begun again; Intercom's search can also lag by minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Overlap { get; set; } = TimeSpan.FromHours(2);

    /// <summary>
    /// How long a conversation, or a turn's checkpoint, must have been left alone. Default 60 s: its webhook, the burst window and the turn have passed by
    /// then, and Intercom repeats a failed webhook after a minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Most conversations put into the inbox in one round; the rest follow in the next. Default 500: after a long outage, live messages must find the inbox
    /// with room and its turns in reach.
    /// </summary>
    [Range(1, 100_000)]
    public int LargestRound { get; set; } = 500;

    /// <param name="failures">Rounds in a row that failed.</param>
    internal TimeSpan DelayAfter(int failures)
    {
        var seconds = RetryDelay.TotalSeconds * Math.Pow(2, failures - 1);
        return seconds < Interval.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Interval;
    }
}
