using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Core.Embeddings;

/// <summary>
/// Registers what works with embeddings. All of it rests when no <c>IEmbeddingGenerator&lt;string, Embedding&lt;float&gt;&gt;</c> is registered.
/// </summary>
public static class EmbeddingRegistration
{
    /// <summary>Adds <see cref="MeaningSearch"/>. Needs the knowledge index.</summary>
    public static IHostApplicationBuilder AddMeaningSearch(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<QueryEmbeddingOptions>().BindConfiguration(QueryEmbeddingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton<TextEmbedder>();
        builder.Services.AddSingleton<LiveVectorIndex>();
        builder.Services.AddSingleton<MeaningSearch>();
        return builder;
    }

    /// <summary>Adds <see cref="EmbeddingSync"/>. Needs the knowledge sync.</summary>
    public static IHostApplicationBuilder AddEmbeddingSync(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<EmbeddingSyncOptions>().BindConfiguration(EmbeddingSyncOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton<TextEmbedder>();
        builder.Services.AddSingleton<EmbeddingSync>();
        return builder;
    }
}
