using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Tests.Conversations;

public sealed class TurnPipelineTests : IAsyncLifetime
{
    private TurnBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await TurnBench.CreateAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
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
        _bench.Memories.Memory.HandledUpTo.ShouldBe("p1");
        _bench.Memories.Memory.Articles.ShouldBe([new ArticleKey("1", "fr")]);
    }

    [Fact]
    public async Task Run_ArticleInAnotherLanguageOnly_SaysSoBeforeItIsQuoted()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Where can I download the invoices?").Build());

        (await RunAsync(workspace)).Decision!.Action.ShouldBe(AssistantAction.Answer);

        var reply = workspace.Writes.ShouldHaveSingleItem();
        reply.ShouldContain("in another language only (français)");
        reply.ShouldContain("Chaque facture se télécharge en PDF.");
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

    [Fact]
    public async Task Run_CustomerWritesWhileTheAnswerIsComposed_LeavesBothToTheNextTurn()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());
        workspace.BeforeCall = (_, call) =>
        {
            if (call == 3)
            {
                workspace.CustomerWrites("celles de mars");
            }
        };

        var outcome = await RunAsync(workspace);

        (outcome.Silence, outcome.Again).ShouldBe((SilenceReason.Superseded, new TurnOptions().MergeDelay));
        workspace.Writes.ShouldBeEmpty();

        (await RunAsync(workspace)).Decision!.Action.ShouldBe(AssistantAction.Answer);
        workspace.Kinds.ShouldBe(["reply"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("p1")]
    public async Task Run_OfferInALaterTurn_HasItsButtons(string? handledUpTo)
    {
        var workspace = new FakeWorkspace(
            new ConversationBuilder().Customer("Où télécharger mes factures ?").Assistant("Dans Réglages.").Customer("ça ne m'aide pas").Build());
        _bench.Memories.Memory = ConversationMemory.Empty with { HandledUpTo = handledUpTo };

        (await RunAsync(workspace)).Decision!.Action.ShouldBe(AssistantAction.Offer);

        workspace.Kinds.ShouldBe(["reply", "options"]);
    }

    [Fact]
    public async Task Run_CustomerNeverStopsWriting_IsAnsweredInTheEnd()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());
        workspace.BeforeCall = (_, call) =>
        {
            if (call > 0 && workspace.Calls[^1] == "memory")
            {
                workspace.CustomerWrites("Où télécharger mes factures ?");
            }
        };
        _bench.Memories.BeforeCall = _ => workspace.Calls.Add("memory");

        for (var turn = 0; turn < new TurnOptions().MostMerges; turn++)
        {
            (await RunAsync(workspace)).Silence.ShouldBe(SilenceReason.Superseded);
        }

        (await RunAsync(workspace)).Decision!.Action.ShouldBe(AssistantAction.Answer);
        workspace.Kinds.ShouldBe(["reply"]);
    }

    [Fact]
    public async Task Run_ArticleLeavesTheIndexWhileTheAnswerIsComposed_IsNotQuoted()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());

        _bench.Index = new VanishingIndex(_bench.Index);

        var outcome = await RunAsync(workspace);

        outcome.Decision!.RuleId.ShouldBe("answer.unsupported");
        workspace.Writes.ShouldNotContain(write => write.Contains("Facturation", StringComparison.Ordinal));
        workspace.Kinds.ShouldBe(["note", "team", "reply", "tag"]);
    }

    [Fact]
    public async Task Run_SuggestionMode_WritesItsDraftAsANote()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());
        _bench.Policies = _bench.Policies with { Assistant = _bench.Policies.Assistant with { Mode = AssistantMode.Suggestion } };

        await RunAsync(workspace);

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

    [Fact]
    public async Task Run_FailsUntilTheLimit_IsHandedOverWithoutASearch()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());
        _bench.Index = new BrokenIndex();
        for (var attempt = 1; attempt < new TurnOptions().HandoverAttempt; attempt++)
        {
            await Should.ThrowAsync<InvalidDataException>(() => RunAsync(workspace, attempt));
        }

        var outcome = await RunAsync(workspace, new TurnOptions().HandoverAttempt);

        (outcome.Decision!.Reason, outcome.Decision.RuleId).ShouldBe((Reason.SystemError, "system.failed"));
        workspace.Kinds.ShouldBe(["note", "team", "reply", "tag"]);
        workspace.Writes[1].ShouldBe("team: 5001");
        workspace.Writes[2].ShouldNotContain("index");
    }

    [Fact]
    public async Task Run_AnswerTakesTooLong_IsHandedOver()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());
        _bench.Index = new BrokenIndex { OnSearch = async cancel =>
        {
            _bench.Time.Advance(new TurnOptions().AnswerWithin);
            await Task.Delay(Timeout.InfiniteTimeSpan, _bench.Time, cancel);
        } };

        var outcome = await RunAsync(workspace);

        (outcome.Decision!.Reason, outcome.Decision.RuleId).ShouldBe((Reason.SystemError, "system.too_slow"));
        workspace.Kinds.ShouldBe(["note", "team", "reply", "tag"]);
    }

    [Fact]
    public async Task Run_CustomerWritesAfterAHandoverToTheTeamThatHasItAlready_SaysNothing()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Je veux parler à un humain").WorkflowAssignsTeam("5001").Build());
        await RunAsync(workspace);
        workspace.CustomerWrites("Où télécharger mes factures ?");

        var outcome = await RunAsync(workspace);

        outcome.Silence.ShouldBe(SilenceReason.HandedOver);
        workspace.Kinds.ShouldBe(["note", "reply", "tag"]);
    }

    [Fact]
    public async Task Run_ReplyLandsBelowAMessageThatItDidNotKnow_AnswersThatMessageToo()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("Où télécharger mes factures ?").Build());
        workspace.BeforeCall = (name, _) =>
        {
            if (name == "reply")
            {
                workspace.BeforeCall = null;
                workspace.CustomerWrites("Comment marchent les listes d'attente ?");
            }
        };
        (await RunAsync(workspace)).Again.ShouldBe(new TurnOptions().MergeDelay, "its webhook may be lost");

        await RunAsync(workspace);

        workspace.Kinds.ShouldBe(["reply", "reply"]);
        workspace.Writes[1].ShouldContain("rejoignent la liste d&#x27;attente");
        (await RunAsync(workspace)).Silence.ShouldBe(SilenceReason.NothingNew);
    }

    private Task<TurnOutcome> RunAsync(FakeWorkspace workspace, int attempt = 1) => _bench.RunAsync(workspace, attempt);

    /// <summary>Finds articles, but none of them is there any more when it is asked again.</summary>
    private sealed class VanishingIndex(IKnowledgeIndex inner) : IKnowledgeIndex
    {
        public Task ReplaceAsync(IndexedArticle article, CancellationToken cancellationToken) => inner.ReplaceAsync(article, cancellationToken);

        public Task RemoveAsync(ArticleKey key, CancellationToken cancellationToken) => inner.RemoveAsync(key, cancellationToken);

        public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(CancellationToken cancellationToken) =>
            inner.ReadHashesAsync(cancellationToken);

        public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(
            IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken) => inner.ReadHashesAsync(articleIds, cancellationToken);

        public Task<IndexChanges> ReadChangesAsync(IndexVersion? since, int limit, CancellationToken cancellationToken) =>
            inner.ReadChangesAsync(since, limit, cancellationToken);

        public Task<IReadOnlyList<IndexedArticle>> ReadAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken) =>
            inner.ReadAsync(keys, cancellationToken);

        public Task<IReadOnlyList<ArticleCard>> FindAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ArticleCard>>([]);
    }

    private sealed class BrokenIndex : IKnowledgeIndex
    {
        public Func<CancellationToken, Task> OnSearch { get; init; } = _ => throw new InvalidDataException("the index is broken");

        public Task ReplaceAsync(IndexedArticle article, CancellationToken cancellationToken) => OnSearch(cancellationToken);

        public Task RemoveAsync(ArticleKey key, CancellationToken cancellationToken) => OnSearch(cancellationToken);

        public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(CancellationToken cancellationToken) =>
            AskAsync<IReadOnlyDictionary<ArticleKey, string>>(cancellationToken);

        public Task<IReadOnlyDictionary<ArticleKey, string>> ReadHashesAsync(
            IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken) =>
            AskAsync<IReadOnlyDictionary<ArticleKey, string>>(cancellationToken);

        public Task<IndexChanges> ReadChangesAsync(IndexVersion? since, int limit, CancellationToken cancellationToken) =>
            AskAsync<IndexChanges>(cancellationToken);

        public Task<IReadOnlyList<IndexedArticle>> ReadAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken) =>
            AskAsync<IReadOnlyList<IndexedArticle>>(cancellationToken);

        public Task<IReadOnlyList<ArticleCard>> FindAsync(IReadOnlyCollection<ArticleKey> keys, CancellationToken cancellationToken) =>
            AskAsync<IReadOnlyList<ArticleCard>>(cancellationToken);

        private async Task<T> AskAsync<T>(CancellationToken cancellationToken)
        {
            await OnSearch(cancellationToken);
            throw new InvalidOperationException("A broken index has no answer.");
        }
    }
}
