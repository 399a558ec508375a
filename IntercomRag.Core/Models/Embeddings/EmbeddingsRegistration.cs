using IntercomRag.Core.Models.OpenAi;
using IntercomRag.Core.Models.Recording;
using IntercomRag.Core.Models.Resilience;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Models.Embeddings;

public static class EmbeddingsRegistration
{
    private const string ClientName = "Embeddings";

    /// <summary>
    /// Registers <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> of <see cref="string"/> and vectors of floats from the section
    /// <see cref="EmbeddingsOptions.Section"/>, or nothing where that is not configured. What it cannot do is a <see cref="ModelException"/>.
    /// </summary>
    public static IHostApplicationBuilder AddEmbeddings(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<EmbeddingsOptions>().BindConfiguration(EmbeddingsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmbeddingsOptions>, EmbeddingsOptionsValidator>());
        if (builder.Configuration.GetSection(EmbeddingsOptions.Section).Get<EmbeddingsOptions>() is not { IsConfigured: true })
        {
            return builder;
        }

        services.AddServerHttp(ClientName, provider => (EndpointOf(Options(provider).Value), Options(provider).Value.ConnectTimeout));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Chain);
        return builder;
    }

    /// <summary>From the outside in: file of vectors, batches and pace, span, attempts, server.</summary>
    private static IEmbeddingGenerator<string, Embedding<float>> Chain(IServiceProvider provider)
    {
        var options = Options(provider);
        var time = provider.GetRequiredService<TimeProvider>();
        var settings = options.Value;
        var endpoint = settings.Recording.Mode == RecordingMode.Replay ? null : EndpointOf(settings);
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
        IEmbeddingGenerator<string, Embedding<float>> generator = endpoint is null
            ? new NoServer()
            : new OpenAiEmbeddingGenerator(
                settings.Name!, settings.Dimensions, OpenAiServer.Options(endpoint, http, settings.KeyHeader, settings.ApiKey), time);
        generator = new ResilientEmbeddingGenerator(generator, new ServerPatience(PatienceOf(settings), time));
        generator = new TracedEmbeddingGenerator(generator, settings.Name!, endpoint, time);
        generator = new BatchedEmbeddingGenerator(generator, options, time);
        return settings.Recording.Mode == RecordingMode.Off ? generator : new RecordedEmbeddingGenerator(generator, options);
    }

    private static IOptions<EmbeddingsOptions> Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<EmbeddingsOptions>>();

    private static Uri? EndpointOf(EmbeddingsOptions options) => options.Endpoint is { } endpoint ? ServerSettings.Parse(endpoint) : null;

    private static PatienceSettings PatienceOf(EmbeddingsOptions options) =>
        new(options.Timeout, options.Attempts, options.RetryDelay, options.LongestWait, options.BreakTime);
}
