using System.ComponentModel.DataAnnotations;

namespace IntercomRag.Core.Embeddings;

/// <summary>Section <c>Embeddings:Query</c>: how the question of a turn is embedded.</summary>
public sealed class QueryEmbeddingOptions
{
    public const string Section = "Embeddings:Query";

    /// <summary>
    /// What a standard deviation of similarity tells about an article, as a logarithm of odds. Default 0.5, from <c>retrieval --embeddings</c> with a small English
    /// model on seven sets (2026-11-22, docs/retrieval.md): it gains where questions come without a conversation and loses nowhere beyond chance, in French
    /// neither, which that model does not know. A better model may bear up to 2: the same command tells. At 0 words alone decide.
    /// </summary>
    [Range(0.0, 5.0)]
    public double Weight { get; set; } = 0.5;

    /// <summary>Longest wait for the vector of a question; then words alone decide. Default 2 s: hosted models take 0.1 to 0.5 s, and a customer waits.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a model is not asked again that is not the one of the vectors. Default 1 min: while the model is being changed, turns must not wait for an answer
    /// that cannot be used.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan PauseAfterOtherModel { get; set; } = TimeSpan.FromMinutes(1);
}
