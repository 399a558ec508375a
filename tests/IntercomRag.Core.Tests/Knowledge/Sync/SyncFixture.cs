using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Storage.Sqlite;
using IntercomRag.Core.Tests.Storage.Sqlite;
using IntercomRag.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntercomRag.Core.Tests.Knowledge.Sync;

/// <summary>A sync between a fake Help Center and a real index.</summary>
internal sealed class SyncFixture : IDisposable
{
    private readonly TemporaryIndex _temporary = new();

    public SyncFixture() => Sync = Another();

    public FakeHelpCenter HelpCenter { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public KnowledgeOptions Options { get; } = new();

    public KnowledgeSync Sync { get; }

    public SqliteKnowledgeIndex Index => _temporary.Index;

    public SqliteSyncStore Store => _temporary.Store;

    /// <summary>The sync of another process on the same index.</summary>
    public KnowledgeSync Another()
    {
        var (_, index, store) = _temporary.Another();
        return new KnowledgeSync(HelpCenter, index, store, Microsoft.Extensions.Options.Options.Create(Options), Time, NullLoggerFactory.Instance);
    }

    /// <summary>The article is there, edited now.</summary>
    public SourceArticle Put(string id, string text, ArticleState state = ArticleState.Published, Audience audience = Audience.Everyone, string locale = "en")
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        var article = new SourceArticle(id, ["1"], audience, [Content(text, state, locale)]);
        HelpCenter.Put(article);
        return article;
    }

    public LocalizedContent Content(string text, ArticleState state = ArticleState.Published, string locale = "en") => new(
        locale,
        "Title",
        null,
        $"<p>{text}</p>",
        state,
        new Uri("https://help.tandem.example/a"),
        null,
        null,
        Time.GetUtcNow());

    /// <summary>Keys of the index, such as <c>1/en</c>, in order.</summary>
    public async Task<string> IndexedAsync() =>
        string.Join(' ', (await Index.ReadHashesAsync(TestContext.Current.CancellationToken)).Keys.Select(key => key.ToString()).Order(StringComparer.Ordinal));

    public void Dispose() => _temporary.Dispose();
}
