using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace IntercomRag.Core.Models.OpenAi;

/// <summary>How the package's clients reach a server: by our HTTP client, and without what the package would do by itself.</summary>
internal static class OpenAiServer
{
    /// <summary>The package asks for some; <see cref="KeyPolicy"/> takes it out again and puts the configured one in.</summary>
    public static ApiKeyCredential Credential { get; } = new("none");

    public static OpenAIClientOptions Options(Uri endpoint, HttpClient http, string keyHeader, string? apiKey)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),

            // Retries and time-outs are ours, by a clock that tests can set.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            UserAgentApplicationId = "IntercomRag",
        };
        options.AddPolicy(new KeyPolicy(keyHeader, apiKey), PipelinePosition.BeforeTransport);
        return options;
    }
}
