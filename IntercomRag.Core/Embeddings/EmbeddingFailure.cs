namespace IntercomRag.Core.Embeddings;

/// <summary>Why a model gave no vectors. Written to traces in snake_case.</summary>
public enum EmbeddingFailure
{
    /// <summary>No answer in the time given.</summary>
    TooSlow,

    /// <summary>The server cannot be reached, refuses for now (429) or fails (5xx).</summary>
    Unavailable,

    /// <summary>The server refuses the request itself: a text may be too long for the model, or nothing is right about it.</summary>
    Refused,

    /// <summary>What came back are no vectors for these texts: too few, or with numbers that are none.</summary>
    Unusable,

    /// <summary>Vectors came back, and they are not of the model that the others are of.</summary>
    OtherModel,
}
