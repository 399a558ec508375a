using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Knowledge;

public static class KnowledgeRegistration
{
    /// <summary>Adds the index as <see cref="IKnowledgeIndex"/>, from <c>ConnectionStrings__vectors</c>, with its vectors and a readiness check.</summary>
    public static IHostApplicationBuilder AddKnowledgeIndex(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IValidateOptions<SqliteIndexOptions>, SqliteIndexOptionsValidator>();
        builder.Services.AddOptions<SqliteIndexOptions>()
            .BindConfiguration(SqliteIndexOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.ConnectionString = configuration.GetConnectionString(SqliteIndexOptions.ConnectionName) ?? "")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<SqliteIndexFile>();
        builder.Services.AddSingleton<IKnowledgeIndex, SqliteKnowledgeIndex>();
        builder.Services.AddSingleton<IVectorStore, SqliteVectorStore>();
        builder.AddMeaningSearch();
        builder.Services.AddSingleton<SqliteIndexHealthCheck>();
        builder.Services.AddHealthChecks().AddCheck<SqliteIndexHealthCheck>("knowledge-index");
        return builder;
    }

    /// <summary>Adds <see cref="KnowledgeSync"/>, which fills the index from the <see cref="IHelpCenter"/> that is registered.</summary>
    public static IHostApplicationBuilder AddKnowledgeSync(this IHostApplicationBuilder builder)
    {
        builder.AddKnowledgeIndex();
        builder.Services.AddOptions<KnowledgeOptions>().BindConfiguration(KnowledgeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ISyncStore, SqliteSyncStore>();
        builder.Services.AddSingleton<KnowledgeSync>();
        return builder;
    }
}
