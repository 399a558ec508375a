namespace IntercomRag.Core.Embeddings;

/// <summary>What came of embedding a question. Written to traces in snake_case.</summary>
public enum QueryOutcome
{
    /// <summary>Articles were compared by meaning.</summary>
    Used,

    /// <summary>No passage has a vector yet.</summary>
    NoVectors,

    /// <summary>The customer wrote no word.</summary>
    NoText,

    /// <summary>No vector in the time given.</summary>
    TooSlow,

    /// <summary>The model gave no vector that can be used.</summary>
    Failed,

    /// <summary>The model that answers is not the one of the vectors: it is being changed.</summary>
    OtherModel,
}
