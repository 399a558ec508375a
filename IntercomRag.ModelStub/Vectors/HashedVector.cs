using System.Numerics.Tensors;
using System.Text;
using IntercomRag.ModelStub.Brains;

namespace IntercomRag.ModelStub.Vectors;

/// <summary>
/// A vector of a text that is the same on every machine: each word, and each run of four letters in it, adds to a place that its hash names. Texts that
/// share words or parts of words are near each other; meaning it has none.
/// </summary>
internal static class HashedVector
{
    private const int GramLength = 4;
    private const float WordWeight = 1f;
    private const float GramWeight = 0.35f;

    public static float[] Of(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in Words.Of(text))
        {
            Add(vector, word, WordWeight);
            var framed = $"<{word}>";
            for (var i = 0; i + GramLength <= framed.Length; i++)
            {
                Add(vector, framed.Substring(i, GramLength), GramWeight);
            }
        }

        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm == 0)
        {
            // An empty text still needs a direction.
            vector[0] = 1;
            return vector;
        }

        TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    private static void Add(float[] vector, string feature, float weight)
    {
        var hash = Hash(feature);
        vector[hash % (uint)vector.Length] += (hash & 0x8000_0000) == 0 ? weight : -weight;
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static uint Hash(string text)
    {
        var hash = 2166136261;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ value) * 16777619;
        }

        return hash;
    }
}
