using System.ComponentModel.DataAnnotations;
using IntercomRag.Core.Models.Embeddings;

namespace IntercomRag.Core.Embeddings;

/// <summary>Section <c>Embeddings:Sync</c>: when the worker has passages embedded. Size, pace and time of requests are the model's: <see cref="EmbeddingsOptions"/>.</summary>
public sealed class EmbeddingSyncOptions
{
    public const string Section = "Embeddings:Sync";

    /// <summary>Between two looks whether articles have changed. Default 5 s: a look reads one row.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Wait after the first round that failed; doubles with each further one up to <see cref="RetryCap"/>. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait after a round that failed. Default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetryCap { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Share of the passages that a new model may refuse for good and still take over. Default 0.05: one passage that is too long for it must not keep
    /// the old model in place for ever, and a model that refuses more is the wrong one.
    /// </summary>
    [Range(0.0, 1.0)]
    public double LargestRefusedShare { get; set; } = 0.05;

    /// <summary>The wait after the given number of failed rounds in a row, from 1.</summary>
    public TimeSpan DelayAfter(int failures)
    {
        var doubled = RetryDelay * Math.Pow(2, Math.Min(failures - 1, 30));
        return doubled < RetryCap ? doubled : RetryCap;
    }
}
