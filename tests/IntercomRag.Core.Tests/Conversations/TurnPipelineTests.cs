using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Knowledge.Sync;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Tests.Policies;
using IntercomRag.Core.Tests.Storage.Sqlite;
using IntercomRag.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Core.Tests.Conversations;

/// <summary>Whole turns, as the API registers them, over a real index and an Intercom in memory.</summary>
public sealed class TurnPipelineTests : IAsyncLifetime
{
    private static readonly string[] Articles =
    [
        "Télécharger vos factures|<p>Ouvrez Réglages, puis Facturation, puis Factures. Chaque facture se télécharge en PDF.</p>",
        "Listes d'attente|<p>Quand un cours est complet, les adhérents rejoignent la liste d'attente.</p>",
        "Exporter les données|<p>L'export crée un fichier CSV de tous les adhérents.</p>",
    ];

    private readonly TemporaryIndex _index = new();
    private readonly MemoryStateStore _memories = new();

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < Articles.Length; i++)
        {
            var parts = Articles[i].Split('|');
            var url = new Uri($"https://help.example/fr/articles/{i + 1}");
            var content = new LocalizedContent("fr", parts[0], null, parts[1], ArticleState.Published, url, null, null, null);
            var article = new SourceArticle($"{i + 1}", [], Audience.Everyone, [content]);
            await _index.Index.ReplaceAsync(IndexEntry.Build(article, content, new CollectionTree([])), Cancel);
        }
    }

    public ValueTask DisposeAsync()
    {
        _index.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Run_QuestionThatAnArticleAnswers_IsAnsweredWithItsLink()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());

        var outcome = await RunAsync(workspace);

        outcome.Decision!.Action.ShouldBe(AssistantAction.Answer);
        workspace.Writes.ShouldHaveSingleItem().ShouldBe(
            "reply: <p>Bonjour Zoé,</p><p>Voici la réponse de notre centre d&#x27;aide :</p>"
            + "<p>Ouvrez Réglages, puis Facturation, puis Factures. Chaque facture se télécharge en PDF.</p>"
            + "<p><b>Articles utiles</b></p><ul><li><a href=\"https://help.example/fr/articles/1\">Télécharger vos factures</a></li></ul>");
        _memories.Memory.HandledUpTo.ShouldBe("p1");
        _memories.Memory.Articles.ShouldBe([new ArticleKey("1", "fr")]);
    }

    [Fact]
    public async Task Run_AgainForTheSameMessage_SaysNothing()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());
        await RunAsync(workspace);

        var outcome = await RunAsync(workspace);

        outcome.Silence.ShouldBe(SilenceReason.NothingNew);
        workspace.Writes.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Où télécharger mes factures ?", 1)]
    [InlineData("Je veux être remboursé", 1)]
    [InlineData("j'ai un problème", 1)]
    public async Task Run_HumanRepliesWhileTheTurnRuns_NothingPublicIsSent(string text, int read)
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer(text).Build())
        {
            BeforeRead = (space, reads) =>
            {
                if (reads == read)
                {
                    space.Happens(new Message("h", MessageKind.Message, new Author(AuthorKind.Agent, "9002", null), "Bonjour", ConversationBuilder.Start));
                }
            },
        };

        var outcome = await RunAsync(workspace);

        outcome.Silence.ShouldBe(SilenceReason.HumanReplied);
        workspace.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_CustomerWritesWhileTheAnswerIsComposed_LeavesBothToTheNextTurn()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build())
        {
            BeforeRead = (space, reads) =>
            {
                if (reads == 1)
                {
                    space.Happens(new Message(
                        "p2", MessageKind.Message, new Author(AuthorKind.Customer, "c1", null), "celles de mars", ConversationBuilder.Start.AddMinutes(1)));
                }
            },
        };

        (await RunAsync(workspace)).Silence.ShouldBe(SilenceReason.Superseded);
        workspace.Writes.ShouldBeEmpty();

        (await RunAsync(workspace)).Decision!.Action.ShouldBe(AssistantAction.Answer);
        workspace.Writes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_ArticleLeavesTheIndexWhileTheAnswerIsComposed_IsNotQuoted()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());

        var outcome = await RunAsync(workspace, new VanishingIndex(_index.Index));

        outcome.Decision!.RuleId.ShouldBe("answer.unsupported");
        workspace.Writes.ShouldNotContain(write => write.Contains("Facturation", StringComparison.Ordinal));
        workspace.Writes.Select(write => write.Split(':')[0]).ShouldBe(["note", "team", "reply"]);
    }

    [Fact]
    public async Task Run_SuggestionMode_WritesItsDraftAsANote()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());
        var policies = ShippedPolicies.Set with { Assistant = ShippedPolicies.Set.Assistant with { Mode = AssistantMode.Suggestion } };

        await RunAsync(workspace, policies: policies);

        workspace.Writes.ShouldHaveSingleItem().ShouldStartWith("note: <p><b>Proposition de réponse (confiance ");
    }

    [Fact]
    public async Task Run_UnknownSubject_IsHandedOverWithTheReason()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Livrez-vous des pizzas margherita le dimanche soir ?").Build());

        var outcome = await RunAsync(workspace);

        (outcome.Decision!.Action, outcome.Decision.Reason).ShouldBe((AssistantAction.Escalate, Reason.LowConfidence));
        workspace.Writes[0].ShouldContain("low_confidence");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<TurnOutcome> RunAsync(FakeWorkspace workspace, IKnowledgeIndex? index = null, PolicySet? policies = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(ConversationBuilder.Start.AddMinutes(2)));
        builder.AddTurns();
        builder.Services.AddSingleton(policies ?? ShippedPolicies.Set);
        builder.Services.AddSingleton<IIntercomWorkspace>(workspace);
        builder.Services.AddSingleton<IConversationStateStore>(_memories);
        builder.Services.AddSingleton(index ?? _index.Index);
        builder.Services.AddSingleton(new AssistantIdentity(ConversationBuilder.BotAdminId));
        using var host = builder.Build();
        return await host.Services.GetRequiredService<TurnPipeline>().RunAsync(ConversationBuilder.Subject, Cancel);
    }

    /// <summary>Finds articles, but none of them is there any more when it is asked again.</summary>
    private sealed class VanishingIndex(IKnowledgeIndex inner) : IKnowledgeIndex
    {
        public Task ReplaceAsync(IndexedArticle article, CancellationToken cancellationToken) => inner.ReplaceAsync(article, cancellationToken);

        public Task RemoveAsync(ArticleKey key, CancellationToken cancellationToken) => inner.RemoveAsync(key, cancellationToken);

        public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(CancellationToken cancellationToken) =>
            inner.ReadHashesAsync(cancellationToken);

        public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(
            IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken) => inner.ReadHashesAsync(articleIds, cancellationToken);

        public Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken) =>
            inner.SearchAsync(query, cancellationToken);

        public Task<TermStatistics> ReadTermStatisticsAsync(
            IReadOnlyCollection<string> terms, SearchScope scope, CancellationToken cancellationToken) =>
            inner.ReadTermStatisticsAsync(terms, scope, cancellationToken);

        public Task<IReadOnlyList<ArticleCard>> FindAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ArticleCard>>([]);
    }
}
