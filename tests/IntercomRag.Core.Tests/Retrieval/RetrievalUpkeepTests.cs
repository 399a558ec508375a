using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Retrieval;
using IntercomRag.Core.Retrieval.Words;
using IntercomRag.Core.Tests.Policies;
using IntercomRag.Core.Tests.Storage.Sqlite;
using IntercomRag.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Retrieval;

public sealed class RetrievalUpkeepTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryIndex _temporary = new();
    private readonly FakeTimeProvider _time = new();
    private readonly LiveWordIndex _words;
    private readonly RetrievalUpkeep _upkeep;

    public RetrievalUpkeepTests()
    {
        _words = new LiveWordIndex(_temporary.Index);
        _upkeep = new RetrievalUpkeep(new Retriever(_words, _temporary.Index, ShippedPolicies.Set), _time, NullLogger<RetrievalUpkeep>.Instance);
    }

    public void Dispose()
    {
        _upkeep.Dispose();
        _words.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task Start_AndLater_ReadsTheArticlesBeforeAnybodyAsks()
    {
        await _temporary.Index.ReplaceAsync(Article("1", "refund", "x"), Cancel);
        await _upkeep.StartAsync(Cancel);
        await Eventually.HoldsAsync(() => Find("refund").SequenceEqual(["1"]), cancellationToken: Cancel);

        await _temporary.Index.ReplaceAsync(Article("2", "refund", "x"), Cancel);

        await Eventually.HoldsAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(2));
                return Find("refund").SequenceEqual(["1", "2"]);
            },
            cancellationToken: Cancel);
        await _upkeep.StopAsync(Cancel);
    }

    private IReadOnlyList<string> Find(string text) =>
        _words.Read<IReadOnlyList<string>>("en", words => [.. words.Search(text, [Audience.Everyone], 10).Articles.Select(match => match.Key.ArticleId)]);
}
