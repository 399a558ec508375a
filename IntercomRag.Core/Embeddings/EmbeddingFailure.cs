namespace IntercomRag.Core.Embeddings;

/// <summary>Why a model gave no vectors. Written to traces in snake_case.</summary>
public enum EmbeddingFailure
{
    /// <summary>No answer in the time given.</summary>
    TooSlow,

    /// <summary>The server cannot be reached, refuses for now (429) or fails (5xx), or refuses whoever asks (401, 403, 404).</summary>
    Unavailable,

    /// <summary>The server does not take these texts (400, 413, 422): one of them may be too long for the model.</summary>
    Refused,

    /// <summary>What came back are no vectors for these texts: too few, or with numbers that are none.</summary>
    Unusable,

    /// <summary>Vectors came back, and they are not of the model that the others are of.</summary>
    OtherModel,
}
