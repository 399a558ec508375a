using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Testing.Embeddings;
using Microsoft.Extensions.AI;

namespace IntercomRag.Core.Tests.Embeddings;

public sealed class ModelChangeTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly EmbeddingFixture _fixture = new();
    private readonly FakeEmbeddings _old = new("old");

    public void Dispose()
    {
        _fixture.Dispose();
        _old.Dispose();
    }

    [Theory]
    [InlineData("new", 48)]
    [InlineData("new", 24)]
    [InlineData("old", 24)]
    public async Task Run_AnotherModel_TakesOverOnlyWhenItIsComplete(string name, int dimensions)
    {
        await FillAsync();
        using var changed = new FakeEmbeddings(name, dimensions);
        changed.Before = (_, _) => changed.Requests.Count == 3 ? throw new HttpRequestException("away") : Task.CompletedTask;
        var sync = _fixture.NewSync(changed);

        (await sync.RunAsync(Cancel))!.Problem.ShouldNotBeNull();
        var meanwhile = await _fixture.LiveAsync();
        (await _fixture.CountAsync("vector")).ShouldBe(10 + 4);
        await sync.RunAsync(Cancel);

        meanwhile!.ShouldSatisfyAllConditions(space => space.Model.ShouldBe("old"), space => space.Dimensions.ShouldBe(48));
        (await _fixture.LiveAsync())!.ShouldSatisfyAllConditions(space => space.Model.ShouldBe(name), space => space.Dimensions.ShouldBe(dimensions));
        (await _fixture.CountAsync("vector")).ShouldBe(10);
    }

    [Fact]
    public async Task Run_AnotherModelUnderTheSameNameAndDimension_IsToldByWhatItSays()
    {
        await FillAsync();
        using var other = new FakeEmbeddings("other");
        using var server = new Renamed("old", other);

        (await _fixture.NewSync(server).RunAsync(Cancel))!.Embedded.ShouldBe(10);
    }

    [Fact]
    public async Task Run_ChangedBackBeforeItIsComplete_SendsNothing()
    {
        await FillAsync();
        using var changed = new FakeEmbeddings("new");
        changed.Before = (_, _) => changed.Requests.Count == 3 ? throw new HttpRequestException("away") : Task.CompletedTask;
        await _fixture.NewSync(changed).RunAsync(Cancel);
        var sent = _old.Texts.Count;

        var report = (await _fixture.NewSync(_old).RunAsync(Cancel))!;

        (report.Embedded, report.IsLive).ShouldBe((0, true));
        _old.Texts.Skip(sent).ShouldBe([EmbeddingSpace.ProbeText]);
    }

    [Fact]
    public async Task Run_ThirdModel_GivesUpTheUnfinishedSecond()
    {
        await FillAsync();
        using var second = new FakeEmbeddings("second");
        second.Before = (_, _) => second.Requests.Count == 3 ? throw new HttpRequestException("away") : Task.CompletedTask;
        await _fixture.NewSync(second).RunAsync(Cancel);
        using var third = new FakeEmbeddings("third");

        await _fixture.NewSync(third).RunAsync(Cancel);

        (await _fixture.Vectors.ReadSpacesAsync(Cancel)).ShouldHaveSingleItem().Model.ShouldBe("third");
        (await _fixture.CountAsync("vector")).ShouldBe(10);
    }

    [Fact]
    public async Task Run_NewModelRefusesTooMuch_TheOldOneStays()
    {
        await FillAsync();
        using var changed = new FakeEmbeddings("new");
        changed.Before = (texts, _) => texts.Any(text => text.StartsWith("article1", StringComparison.Ordinal) || text.StartsWith("article2", StringComparison.Ordinal))
            ? throw new HttpRequestException("no", null, System.Net.HttpStatusCode.BadRequest)
            : Task.CompletedTask;

        var report = (await _fixture.NewSync(changed).RunAsync(Cancel))!;

        report.Problem.ShouldBe("The model new has no vector for 2 of 10 passages; it does not take over.");
        (await _fixture.LiveAsync())!.Model.ShouldBe("old");
    }

    [Fact]
    public async Task Search_WhileTheModelChanges_AsksForTheOldOneByName()
    {
        await FillAsync();
        using var changed = new FakeEmbeddings("new");
        changed.Others["old"] = _old;
        var (search, vectors) = _fixture.NewSearch(changed);
        using var owned = vectors;

        var meaning = await search.ReadAsync(EmbeddingFixture.Asking("article3"), Cancel);

        meaning!.Compare("en", [Audience.Everyone]).MaxBy(article => article.Similarity).Key.ArticleId.ShouldBe("article3");
    }

    [Fact]
    public async Task Search_ServerAnswersAnyNameWithTheNewModel_UsesWordsAloneRatherThanNoise()
    {
        await FillAsync();
        using var changed = new FakeEmbeddings("new");
        using var server = new Renamed("new", changed);
        var (search, vectors) = _fixture.NewSearch(server);
        using var owned = vectors;

        (await search.ReadAsync(EmbeddingFixture.Asking("article3"), Cancel)).ShouldBeNull();
        (await search.ReadAsync(EmbeddingFixture.Asking("article4"), Cancel)).ShouldBeNull();
        changed.Requests.Count.ShouldBe(1, "it is not asked again for a minute");

        await _fixture.NewSync(changed).RunAsync(Cancel);
        (await search.ReadAsync(EmbeddingFixture.Asking("article3"), Cancel)).ShouldNotBeNull("the new vectors are live");
    }

    private async Task FillAsync()
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 10).Select(n => $"article{n}")]);
        (await _fixture.NewSync(_old).RunAsync(Cancel))!.IsLive.ShouldBeTrue();
    }

    /// <summary>A server that answers with the model it has, whatever name it is asked for.</summary>
    private sealed class Renamed(string name, FakeEmbeddings model) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            model.GenerateAsync(values, null, cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("fake", null, name) : null;

        public void Dispose()
        {
        }
    }
}
