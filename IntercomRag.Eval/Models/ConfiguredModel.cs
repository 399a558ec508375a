using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Embeddings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntercomRag.Eval.Models;

/// <summary>
/// The production clients of a model, in a host of their own: their time-outs, retries and circuit breaker go by the real clock, while that of
/// replayed turns stands still.
/// </summary>
public sealed class ConfiguredModel : IDisposable
{
    private readonly IHost _host;

    private ConfiguredModel(IHost host)
    {
        _host = host;
        Name = host.Services.GetRequiredService<IOptions<ModelOptions>>().Value.Name!;
        Model = host.Services.GetRequiredService<IModel>();
        Embeddings = host.Services.GetService<IEmbeddingGenerator<string, Embedding<float>>>();
    }

    /// <summary>As it is asked for.</summary>
    public string Name { get; }

    public IModel Model { get; }

    /// <summary>Null when there is none: passages are then found by words.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embeddings { get; }

    /// <param name="settings">With the sections <see cref="ModelOptions.Section"/> and <see cref="EmbeddingsOptions.Section"/>.</param>
    /// <param name="section">What the section of the model is called where these settings come from, for messages.</param>
    /// <exception cref="EvalException">No model is configured, or not rightly.</exception>
    public static ConfiguredModel Create(IConfiguration settings, string section = ModelOptions.Section)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(settings);
        builder.AddEmbeddings();
        builder.AddModel();
        var host = builder.Build();
        try
        {
            return host.Services.GetRequiredService<IOptions<ModelOptions>>().Value.IsConfigured
                ? new ConfiguredModel(host)
                : throw new EvalException($"No model is configured: set {section}__Endpoint and {section}__Name.");
        }
        catch (Exception exception)
        {
            host.Dispose();
            throw exception is OptionsValidationException or InvalidDataException or IOException or UnauthorizedAccessException
                ? new EvalException(exception.Message.Replace($"{ModelOptions.Section}__", $"{section}__", StringComparison.Ordinal), exception)
                : exception;
        }
    }

    public void Dispose() => _host.Dispose();
}
