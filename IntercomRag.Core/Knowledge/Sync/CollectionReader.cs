using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Knowledge.Sync;

/// <summary>Reads the collections, and remembers them for the single articles of the next minutes.</summary>
internal sealed class CollectionReader(IHelpCenter helpCenter, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    private volatile Remembered? _remembered;

    public async Task<CollectionTree> ReadAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var tree = new CollectionTree(await helpCenter.ReadCollectionsAsync(cancellationToken));
        _remembered = new Remembered(tree, start);
        return tree;
    }

    /// <summary>A tree that is recent and knows at least the collections of <paramref name="article"/>, if they exist.</summary>
    public async Task<CollectionTree> ReadForAsync(SourceArticle article, CancellationToken cancellationToken) =>
        _remembered is { } known && time.GetElapsedTime(known.At) <= options.Value.CollectionsMaxAge && article.CollectionIds.All(known.Tree.Contains)
            ? known.Tree
            : await ReadAsync(cancellationToken);

    private sealed record Remembered(CollectionTree Tree, long At);
}
