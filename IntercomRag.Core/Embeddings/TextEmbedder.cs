using System.Globalization;
using System.Numerics.Tensors;
using IntercomRag.Core.Models;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Embeddings;

/// <summary>Asks a generator for vectors and takes nothing on trust: what it returns is as many vectors of length 1 as there were texts, all of one size.</summary>
/// <param name="generator">Null when no model is configured.</param>
public sealed class TextEmbedder(TimeProvider time, IEmbeddingGenerator<string, Embedding<float>>? generator = null)
{
    public bool IsConfigured => generator is not null;

    /// <summary>Name of the configured model.</summary>
    public string Model { get; } = (generator?.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.DefaultModelId ?? "default";

    /// <param name="model">Name to ask for; the configured one is asked for by none, as the generator has it.</param>
    /// <param name="timeout"><see cref="Timeout.InfiniteTimeSpan"/> leaves it to the generator how long an answer may take.</param>
    /// <exception cref="EmbeddingException">There are no vectors.</exception>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, string model, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var asked = generator ?? throw new InvalidOperationException("No embedding model is configured.");
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            // Not every generator heeds its token; whoever waits for a customer must not wait for it.
            var answer = await asked.GenerateAsync(texts, model == Model ? null : new EmbeddingGenerationOptions { ModelId = model }, either.Token)
                .WaitAsync(either.Token);
            return Check(answer, texts.Count);
        }
        catch (Exception e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingException(EmbeddingFailure.TooSlow, string.Create(CultureInfo.InvariantCulture, $"No answer within {timeout.TotalSeconds:0.#} s."), e);
        }
        catch (Exception e) when (e is not EmbeddingException && !cancellationToken.IsCancellationRequested)
        {
            throw Explain(e);
        }
    }

    private static List<float[]> Check(GeneratedEmbeddings<Embedding<float>> answer, int texts)
    {
        if (answer.Count != texts)
        {
            throw new EmbeddingException(EmbeddingFailure.Unusable, $"{answer.Count} vectors came back for {texts} texts.");
        }

        var dimensions = answer[0].Vector.Length;
        var vectors = new List<float[]>(texts);
        foreach (var embedding in answer)
        {
            var vector = embedding.Vector.ToArray();
            if (vector.Length != dimensions || dimensions == 0)
            {
                throw new EmbeddingException(EmbeddingFailure.Unusable, $"Vectors of {dimensions} and of {vector.Length} numbers came back together.");
            }

            var length = TensorPrimitives.Norm(vector);
            if (!float.IsFinite(length) || length == 0)
            {
                throw new EmbeddingException(EmbeddingFailure.Unusable, length == 0 ? "A vector of zeros came back." : "A vector came back with numbers that are none.");
            }

            TensorPrimitives.Divide(vector, length, vector);
            vectors.Add(vector);
        }

        return vectors;
    }

    private static EmbeddingException Explain(Exception error) => error switch
    {
        ModelException model => new EmbeddingException(FailureOf(model.Failure), model.Message, error),

        // Of another generator. The messages of servers repeat the text that they refuse, so theirs are not passed on.
        HttpRequestException { StatusCode: { } status } => new EmbeddingException(
            (int)status is 400 or 413 or 422 ? EmbeddingFailure.Refused : EmbeddingFailure.Unavailable, $"The server answered {(int)status}.", error),
        _ => new EmbeddingException(EmbeddingFailure.Unavailable, $"The server gave no answer ({error.GetType().Name}).", error),
    };

    private static EmbeddingFailure FailureOf(ModelFailure failure) => failure switch
    {
        ModelFailure.TooSlow => EmbeddingFailure.TooSlow,
        ModelFailure.Refused => EmbeddingFailure.Refused,
        ModelFailure.Unreadable => EmbeddingFailure.Unusable,
        _ => EmbeddingFailure.Unavailable,
    };
}
