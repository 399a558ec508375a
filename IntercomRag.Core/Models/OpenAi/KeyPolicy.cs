using System.ClientModel.Primitives;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>
/// Sends the key in the header that the server wants, and nothing when there is none: the package's own credential cannot be empty.
/// </summary>
internal sealed class KeyPolicy(string header, string? apiKey) : PipelinePolicy
{
    /// <summary>The header that carries a bearer token. OpenAI, Azure OpenAI v1, Mistral and vLLM take it.</summary>
    public const string BearerHeader = "Authorization";

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        SetKey(message.Request.Headers);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        SetKey(message.Request.Headers);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void SetKey(PipelineRequestHeaders headers)
    {
        headers.Remove(BearerHeader);
        if (!string.IsNullOrWhiteSpace(apiKey))
        {
            var isBearer = header.Equals(BearerHeader, StringComparison.OrdinalIgnoreCase);
            headers.Set(header, isBearer ? $"Bearer {apiKey}" : apiKey);
        }
    }
}
