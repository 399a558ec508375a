using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;

namespace IntercomRag.Core.Tests.Conversations.Plans;

/// <summary>
/// A human comes in at every point where a turn waits for something: each call of Intercom, of the memory, of the journal and of the
/// index. Whatever the assistant says to the customer must have been on its way before.
/// </summary>
public sealed class HumanRaceTests : IAsyncLifetime
{
    private TurnBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await TurnBench.CreateAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Où télécharger mes factures ?", true)]
    [InlineData("Où télécharger mes factures ?", false)]
    [InlineData("Je veux être remboursé", true)]
    [InlineData("Je veux être remboursé", false)]
    [InlineData("j'ai un problème", true)]
    [InlineData("Livrez-vous des pizzas margherita le dimanche soir ?", true)]
    public async Task Run_HumanComesInAtAnyAwaitPoint_NothingPublicFollows(string text, bool replies)
    {
        var points = 0;
        for (var point = 0; point == 0 || point < points; point++)
        {
            _bench.Journal = new MemoryJournal();
            _bench.Memories.Memory = ConversationMemory.Empty;
            var workspace = new FakeWorkspace(new ConversationBuilder().Customer(text).Build());
            points = 0;
            var (at, came, spokeBefore) = ("", false, false);
            void Await(string name)
            {
                if (points++ != point)
                {
                    return;
                }

                (at, came, spokeBefore) = (name, true, workspace.Kinds.Contains("reply"));
                if (replies)
                {
                    workspace.HumanReplies();
                }
                else
                {
                    workspace.HumanTakesIt();
                }
            }

            workspace.BeforeCall = (name, _) => Await(name);
            var index = _bench.Index;
            _bench.Index = new ObservedIndex(index, Await);
            _bench.Journal = new ObservedJournal(_bench.Journal, Await);
            _bench.Memories.BeforeCall = Await;
            try
            {
                await _bench.RunAsync(workspace);
            }
            finally
            {
                _bench.Index = index;
            }

            came.ShouldBeTrue();

            // At the send itself the request is on its way: what no reader of the conversation could know.
            workspace.Kinds.Contains("reply").ShouldBe(spokeBefore || at == "reply", $"a human came in at await point {point}: {at}");
        }

        points.ShouldBeGreaterThan(6);
    }

    private sealed class ObservedJournal(ITurnJournal inner, Action<string> observe) : ITurnJournal
    {
        public TurnPlan? Unfinished => inner.Unfinished;

        public Task WriteAsync(TurnPlan plan, CancellationToken cancellationToken)
        {
            observe("journal");
            return inner.WriteAsync(plan, cancellationToken);
        }

        public Task DropAsync(CancellationToken cancellationToken)
        {
            observe("journal");
            return inner.DropAsync(cancellationToken);
        }
    }

    private sealed class ObservedIndex(IKnowledgeIndex inner, Action<string> observe) : IKnowledgeIndex
    {
        public Task ReplaceAsync(IndexedArticle article, CancellationToken cancellationToken) => Observed(inner.ReplaceAsync(article, cancellationToken));

        public Task RemoveAsync(ArticleKey key, CancellationToken cancellationToken) => Observed(inner.RemoveAsync(key, cancellationToken));

        public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(CancellationToken cancellationToken) =>
            Observed(inner.ReadHashesAsync(cancellationToken));

        public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(
            IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken) =>
            Observed(inner.ReadHashesAsync(articleIds, cancellationToken));

        public Task<IndexChanges> ReadChangesAsync(IndexVersion? since, int limit, CancellationToken cancellationToken) =>
            Observed(inner.ReadChangesAsync(since, limit, cancellationToken));

        public Task<IReadOnlyList<IndexedArticle>> ReadAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken) =>
            Observed(inner.ReadAsync(keys, cancellationToken));

        public Task<IReadOnlyList<ArticleCard>> FindAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken) =>
            Observed(inner.FindAsync(keys, cancellationToken));

        private T Observed<T>(T call)
        {
            observe("index");
            return call;
        }
    }
}
