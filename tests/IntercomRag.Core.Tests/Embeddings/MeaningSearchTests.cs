using System.Diagnostics;
using System.Net;
using IntercomRag.Core.Embeddings;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Telemetry;
using IntercomRag.Testing.Embeddings;

namespace IntercomRag.Core.Tests.Embeddings;

public sealed class MeaningSearchTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly EmbeddingFixture _fixture = new();
    private readonly FakeEmbeddings _model = new();
    private readonly MeaningSearch _search;
    private readonly LiveVectorIndex _vectors;

    public MeaningSearchTests() => (_search, _vectors) = _fixture.NewSearch(_model);

    public void Dispose()
    {
        _vectors.Dispose();
        _fixture.Dispose();
        _model.Dispose();
    }

    [Fact]
    public async Task Read_EveryTurn_IsOneRequestAndTheFirstRecognizesTheModel()
    {
        await FillAsync("lockers", "towels");

        await _search.ReadAsync(EmbeddingFixture.Asking("Where are lockers?"), Cancel);
        await _search.ReadAsync(EmbeddingFixture.Asking("Where are lockers?", "And towels?"), Cancel);
        await _search.ReadAsync(EmbeddingFixture.Asking("Where are lockers?", "And towels?") with { Question = "Where are the towels?" }, Cancel);

        _model.Requests.TakeLast(3).ShouldBe([["Where are lockers?", EmbeddingSpace.ProbeText], ["Where are lockers?\nAnd towels?"], ["Where are the towels?"]]);
    }

    [Fact]
    public async Task Read_NoVectorsYet_AsksNobody()
    {
        await _fixture.PutAsync("lockers");

        (await OutcomeAsync("lockers")).ShouldBe("no_vectors");

        _model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_NoAnswerInTime_GivesUpAndSaysSoInTheSpan()
    {
        await FillAsync("lockers");
        _model.Before = (_, _) => Task.Delay(Timeout.InfiniteTimeSpan, _fixture.Time, CancellationToken.None);

        var outcome = OutcomeAsync("lockers");
        await Testing.Eventually.HoldsAsync(() => _fixture.Time.WaitingTimers > 0 && _model.Requests.Count == 3, cancellationToken: Cancel);
        _fixture.Time.Advance(TimeSpan.FromSeconds(2));

        (await outcome).ShouldBe("too_slow");
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task Read_ServerFails_GivesUpForThisTurnOnly(HttpStatusCode status)
    {
        await FillAsync("lockers");
        _model.Before = (_, _) => throw new HttpRequestException("lockers are private", null, status);
        (await OutcomeAsync("lockers")).ShouldBe("failed");
        _model.Before = null;

        (await OutcomeAsync("lockers")).ShouldBe("used");
        _fixture.Logs.Text.ShouldNotContain("private");
    }

    [Fact]
    public async Task Read_TurnCancelled_IsNoFallback()
    {
        await FillAsync("lockers");
        using var stop = new CancellationTokenSource();
        _model.Before = (_, _) => stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _search.ReadAsync(EmbeddingFixture.Asking("lockers"), stop.Token));
    }

    [Fact]
    public async Task Read_FileWithoutWords_AsksNobody()
    {
        await FillAsync("lockers");
        var requests = _model.Requests.Count;

        (await OutcomeAsync("")).ShouldBe("no_text");

        _model.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task Read_NoModelConfigured_LeavesNoTrace()
    {
        await FillAsync("lockers");
        using var vectors = new LiveVectorIndex(_fixture.Vectors);
        var off = new MeaningSearch(
            new TextEmbedder(_fixture.Time),
            vectors,
            Microsoft.Extensions.Options.Options.Create(new QueryEmbeddingOptions()),
            _fixture.Time,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<MeaningSearch>.Instance);
        using var span = new Activity("retrieve").Start();

        (await off.ReadAsync(EmbeddingFixture.Asking("lockers"), Cancel)).ShouldBeNull();

        span.Tags.ShouldBeEmpty();
    }

    [Fact]
    public async Task Compare_NearestPassage_IsNamed()
    {
        await _fixture.Index.ReplaceAsync(Storage.Sqlite.Articles.Article("1", "House", "doors||lockers||towels"), Cancel);
        await _fixture.NewSync(_model).RunAsync(Cancel);

        var meaning = await _search.ReadAsync(EmbeddingFixture.Asking("House towels"), Cancel);

        meaning!.Compare("en", [Audience.Everyone]).ShouldHaveSingleItem().Ordinal.ShouldBe(2);
    }

    private async Task FillAsync(params string[] titles)
    {
        await _fixture.PutAsync(titles);
        await _fixture.NewSync(_model).RunAsync(Cancel);
    }

    private async Task<string?> OutcomeAsync(string text)
    {
        using var span = new Activity("retrieve").Start();
        var meaning = await _search.ReadAsync(EmbeddingFixture.Asking(text), Cancel);
        var outcome = span.GetTagItem(TelemetryNames.Attributes.EmbeddingOutcome) as string;
        (meaning is not null).ShouldBe(outcome == "used");
        return outcome;
    }
}
