namespace IntercomRag.Core.Embeddings;

/// <summary>The vectors of one model, which can be compared with each other and with no others.</summary>
/// <param name="Id">Never used again, also when the space is deleted.</param>
/// <param name="Model">Name that the model is asked for by.</param>
/// <param name="Dimensions">Numbers of a vector.</param>
/// <param name="Probe">
/// What the model made of <see cref="ProbeText"/>, of length 1. Names do not tell models apart: a server may hold another one under the same name, or answer
/// with the one that it has whatever name it is asked for.
/// </param>
/// <param name="IsLive">Queries use it; otherwise it is being filled.</param>
public sealed record EmbeddingSpace(long Id, string Model, int Dimensions, IReadOnlyList<float> Probe, bool IsLive)
{
    /// <summary>Embedded to recognise a model.</summary>
    public const string ProbeText = "How do I change my booking? / Comment modifier ma réservation ?";

    /// <summary>
    /// The least cosine at which two vectors of the probe are of the same model. Hardware, quantization and what else is in a batch move a vector by a
    /// thousandth; another model's is at 0 to 0.3, and other training of the same kind was never seen above 0.9.
    /// </summary>
    private const float Same = 0.98f;

    /// <summary>Whether a vector of <see cref="ProbeText"/> is of this space's model.</summary>
    public bool Recognizes(ReadOnlySpan<float> probe) =>
        probe.Length == Dimensions && System.Numerics.Tensors.TensorPrimitives.Dot(probe, [.. Probe]) >= Same;
}
