using IntercomRag.Core.Conversations;
using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Models.Embeddings;
using IntercomRag.Core.Storage.Sqlite;
using IntercomRag.Core.Tests.Conversations;
using IntercomRag.Core.Tests.Storage.Sqlite;
using IntercomRag.Testing;
using IntercomRag.Testing.Logging;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using static Microsoft.Extensions.Options.Options;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Embeddings;

/// <summary>Embedding between a fake model and a real index.</summary>
internal sealed class EmbeddingFixture : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryIndex _temporary = new();

    public EmbeddingFixture() => Vectors = new SqliteVectorStore(_temporary.File, TimeProvider.System);

    public SqliteKnowledgeIndex Index => _temporary.Index;

    public SqliteVectorStore Vectors { get; }

    public FakeTimeProvider Time { get; } = new();

    public CapturedLogs Logs { get; } = new();

    /// <summary>Passages in a request of <see cref="NewSync"/>.</summary>
    public const int BatchSize = 4;

    /// <summary>The embedding of a worker that was started with a model.</summary>
    public EmbeddingSync NewSync(IEmbeddingGenerator<string, Embedding<float>> model)
    {
        var (file, _, store) = _temporary.Another();
        return new EmbeddingSync(
            new TextEmbedder(Time, model), new SqliteVectorStore(file, TimeProvider.System), store, Create(new EmbeddingSyncOptions()), Create(new EmbeddingsOptions { BatchSize = BatchSize }), new LoggerFactory([Logs]));
    }

    /// <summary>The search of an API process that was started with a model.</summary>
    public (MeaningSearch Search, LiveVectorIndex Vectors) NewSearch(IEmbeddingGenerator<string, Embedding<float>> model)
    {
        var (file, _, _) = _temporary.Another();
        var vectors = new LiveVectorIndex(new SqliteVectorStore(file, TimeProvider.System));
        return (new MeaningSearch(
            new TextEmbedder(Time, model), vectors, Create(new QueryEmbeddingOptions()), Time, Logger<MeaningSearch>()), vectors);
    }

    /// <summary>Articles of one passage each, by title.</summary>
    public async Task PutAsync(params string[] titles)
    {
        foreach (var title in titles)
        {
            await Index.ReplaceAsync(Article(title, title, $"All about {title}."), Cancel);
        }
    }

    /// <summary>A turn that answers the last of some messages of a customer; the assistant says something in between.</summary>
    public static Turn Asking(params string[] messages) => messages.SkipLast(1)
        .Aggregate(new ConversationBuilder(), (builder, message) => builder.Customer(message).Assistant("This may help."))
        .Customer(messages[^1])
        .BuildTurn();

    public async Task<EmbeddingSpace?> LiveAsync() => (await Vectors.ReadSpacesAsync(Cancel)).SingleOrDefault(space => space.IsLive);

    public async Task<long> CountAsync(string what)
    {
        await using var connection = await _temporary.File.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {what}";
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    public void Dispose()
    {
        Vectors.Dispose();
        Logs.Dispose();
        _temporary.Dispose();
    }

    private ILogger<T> Logger<T>() => new LoggerFactory([Logs]).CreateLogger<T>();
}
