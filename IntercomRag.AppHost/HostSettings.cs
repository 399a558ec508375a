using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace IntercomRag.AppHost;

/// <summary>
/// The settings of the app host: arguments (<c>--Api:Port 5081</c>), environment variables (<c>Api__Port=5081</c>) or user secrets.
/// </summary>
internal sealed record HostSettings
{
    // More processes than this on one machine is a slip of the finger.
    private const int MaxReplicas = 32;

    /// <summary><c>Api:Port</c>: the port that Intercom's webhooks and people reach. Default 5080.</summary>
    public required int ApiPort { get; init; }

    /// <summary><c>Api:Replicas</c>: API processes behind that one port. Default 1, enough for one machine.</summary>
    public required int ApiReplicas { get; init; }

    /// <summary><c>Worker:Replicas</c>: background workers. Default 1; more only take over from each other.</summary>
    public required int WorkerReplicas { get; init; }

    /// <summary><c>Simulator:Port</c>: the port of the Messenger and inbox pages of the demo. Default 5090.</summary>
    public required int SimulatorPort { get; init; }

    /// <summary><c>Simulator:Articles</c>: full path of an articles.jsonl to simulate another Help Center with; absent: the demo's own.</summary>
    public required string? SimulatorArticles { get; init; }

    /// <summary>
    /// <c>Intercom:AccessToken</c> and <c>Intercom:ClientSecret</c>, or the parameters that Aspire would ask for,
    /// <c>Parameters:intercom-access-token</c> and <c>Parameters:intercom-client-secret</c>; absent: the demo.
    /// </summary>
    public required IntercomCredentials? Credentials { get; init; }

    /// <summary>What else is set of the <c>Intercom</c> section, as environment variables for the services.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> IntercomOptions { get; init; }

    /// <summary>What is set of the <c>Model</c> and <c>Embeddings</c> sections, without the keys, as environment variables for the services.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> ModelOptions { get; init; }

    /// <summary><c>Model:ApiKey</c>; absent: the model asks for none, or there is none.</summary>
    public required string? ModelKey { get; init; }

    /// <summary><c>Embeddings:ApiKey</c>; likewise.</summary>
    public required string? EmbeddingsKey { get; init; }

    /// <summary><c>OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT</c>, when somebody set it for all services.</summary>
    public required string? CaptureMessages { get; init; }

    /// <summary>Reads and checks the settings. <paramref name="problem"/> has a sentence for each setting that somebody has to mend.</summary>
    public static bool TryRead(IConfiguration configuration, [NotNullWhen(true)] out HostSettings? settings, [NotNullWhen(false)] out string? problem)
    {
        var reader = new SettingsReader(configuration);
        var read = new HostSettings
        {
            ApiPort = reader.Number("Api:Port", 5080, ushort.MaxValue),
            ApiReplicas = reader.Number("Api:Replicas", 1, MaxReplicas),
            WorkerReplicas = reader.Number("Worker:Replicas", 1, MaxReplicas),
            SimulatorPort = reader.Number("Simulator:Port", 5090, ushort.MaxValue),
            SimulatorArticles = reader.ExistingFile("Simulator:Articles"),
            Credentials = reader.Credentials(),
            IntercomOptions = [.. reader.Variables("Intercom:BaseUrl", "Intercom:ApiVersion", "Intercom:BotAdminId")],
            ModelOptions = [.. reader.Section("Model", "Model:ApiKey"), .. reader.Section("Embeddings", "Embeddings:ApiKey")],
            ModelKey = reader.Text("Model:ApiKey"),
            EmbeddingsKey = reader.Text("Embeddings:ApiKey"),
            CaptureMessages = reader.Text("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"),
        };

        problem = reader.Problems.Count == 0 ? null : string.Join(Environment.NewLine, reader.Problems);
        settings = problem is null ? read : null;
        return settings is not null;
    }
}
