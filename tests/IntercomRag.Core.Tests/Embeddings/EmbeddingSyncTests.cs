using System.Net;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Models;
using IntercomRag.Testing.Embeddings;
using Microsoft.Extensions.AI;
using static IntercomRag.Core.Tests.Storage.Sqlite.Articles;

namespace IntercomRag.Core.Tests.Embeddings;

public sealed class EmbeddingSyncTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly EmbeddingFixture _fixture = new();
    private readonly FakeEmbeddings _model = new();

    public void Dispose()
    {
        _fixture.Dispose();
        _model.Dispose();
    }

    [Fact]
    public async Task Run_NewIndex_EmbedsTitleHeadingsAndTextOfEveryPassage()
    {
        await _fixture.Index.ReplaceAsync(Article("1", "Bookings", "Choose Cancel.||Choose Move.", headings: ["Members", "In the app"]), Cancel);

        var report = (await _fixture.NewSync(_model).RunAsync(Cancel))!;

        (report.Embedded, report.Pending, report.IsLive).ShouldBe((2, 0, true));
        _model.Texts.ShouldContain("Bookings\nMembers > In the app\n\nChoose Cancel.");
        _model.Texts.ShouldContain("Bookings\nMembers > In the app\n\nChoose Move.");
    }

    [Fact]
    public async Task Run_ArticleEdited_SendsOnlyThePassageThatChanged()
    {
        await _fixture.Index.ReplaceAsync(Article("1", "Bookings", "First.||Second."), Cancel);
        await _fixture.NewSync(_model).RunAsync(Cancel);
        await _fixture.Index.ReplaceAsync(Article("1", "Bookings", "First.||Second, edited."), Cancel);
        var before = _model.Texts.Count;

        await _fixture.NewSync(_model).RunAsync(Cancel);

        // Another process: it asks once which model it talks to.
        _model.Texts.Skip(before).ShouldBe([Core.Embeddings.EmbeddingSpace.ProbeText, "Bookings\n\nSecond, edited."]);
        (await _fixture.CountAsync("vector")).ShouldBe(2);
    }

    [Fact]
    public async Task Run_NothingChanged_AsksNobody()
    {
        await _fixture.PutAsync("bookings");
        var sync = _fixture.NewSync(_model);
        await sync.RunAsync(Cancel);
        await sync.RunAsync(Cancel);
        var requests = _model.Requests.Count;

        (await sync.RunAsync(Cancel)).ShouldBeNull();

        _model.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task Run_SameTextInTwoArticles_IsSentOnce()
    {
        await _fixture.Index.ReplaceAsync(Article("1", "Bookings", "Same."), Cancel);
        await _fixture.Index.ReplaceAsync(Article("2", "Bookings", "Same."), Cancel);

        await _fixture.NewSync(_model).RunAsync(Cancel);

        _model.Texts.Count(text => text == "Bookings\n\nSame.").ShouldBe(1);
        await _fixture.Index.RemoveAsync(new ArticleKey("1", "en"), Cancel);
        (await _fixture.CountAsync("vector")).ShouldBe(1, "the other article still has the text");
        await _fixture.Index.RemoveAsync(new ArticleKey("2", "en"), Cancel);
        (await _fixture.CountAsync("vector")).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Run_ProcessEndsInTheMiddle_TheNextOneSendsNothingTwice(int requestsBeforeTheEnd)
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 14).Select(n => $"article{n}")]);
        using var crash = new CancellationTokenSource();
        _model.Before = (_, _) =>
        {
            if (_model.Requests.Count > requestsBeforeTheEnd)
            {
                crash.Cancel();
                crash.Token.ThrowIfCancellationRequested();
            }

            return Task.CompletedTask;
        };
        await Should.ThrowAsync<OperationCanceledException>(() => _fixture.NewSync(_model).RunAsync(crash.Token));
        var answered = _model.Requests.Take(requestsBeforeTheEnd).Skip(1).SelectMany(request => request).ToList();
        (await _fixture.CountAsync("vector")).ShouldBe(answered.Count);
        _model.Before = null;
        var sent = _model.Texts.Count;

        var report = (await _fixture.NewSync(_model).RunAsync(Cancel))!;

        (report.Pending, report.IsLive).ShouldBe((0, true));
        _model.Texts.Skip(sent).Intersect(answered).ShouldBeEmpty();
        (await _fixture.CountAsync("vector")).ShouldBe(14);
        (await _fixture.CountAsync("space")).ShouldBe(1, "the second process goes on with the space of the first");
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task Run_ServerRefusesForNow_SaysSoAndGoesOnLater(HttpStatusCode status)
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 10).Select(n => $"article{n}")]);
        _model.Before = (_, _) => _model.Requests.Count == 3 ? throw new HttpRequestException("secret text", null, status) : Task.CompletedTask;
        var sync = _fixture.NewSync(_model);

        var failed = (await sync.RunAsync(Cancel))!;
        var report = (await sync.RunAsync(Cancel))!;

        failed.Problem.ShouldBe($"The server answered {(int)status}.");
        (failed.Embedded, failed.IsLive).ShouldBe((4, false));
        (report.Problem, report.Embedded, report.IsLive).ShouldBe((null, 6, true));
        _fixture.Logs.Text.ShouldNotContain("secret text");
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("not a number")]
    [InlineData("zeros")]
    [InlineData("too few")]
    public async Task Run_OnePassageGetsNoVector_TheOthersDoAndItIsNamed(string fault)
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 9).Select(n => $"article{n}"), "awkward"]);
        _model.Before = (texts, _) => fault == "refused" && texts.Any(IsAwkward) ? throw new HttpRequestException("too long", null, HttpStatusCode.BadRequest) : Task.CompletedTask;
        _model.Change = (texts, answer) => fault switch
        {
            "too few" when texts.Any(IsAwkward) => answer[..^1],
            _ => [.. answer.Zip(texts, (vector, text) => !IsAwkward(text) ? vector : fault switch
            {
                "not a number" => new Embedding<float>(vector.Vector.ToArray().Select((number, i) => i == 5 ? float.NaN : number).ToArray()),
                "zeros" => new Embedding<float>(new float[vector.Vector.Length]),
                _ => vector,
            })],
        };
        var sync = _fixture.NewSync(_model);

        var report = (await sync.RunAsync(Cancel))!;

        (report.Embedded, report.Refused, report.Pending, report.IsLive, report.Problem).ShouldBe((9, 1, 1, true, null));
        _fixture.Logs.Text.ShouldContain("Passage awkward/en#0 has no vector of fake-a and is found by words alone");
        var sent = _model.Texts.Count(IsAwkward);
        await _fixture.PutAsync("another");
        await sync.RunAsync(Cancel);
        _model.Texts.Count(IsAwkward).ShouldBe(sent, "it is not tried again with every change");

        static bool IsAwkward(string text) => text.StartsWith("awkward", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ServerAnswersNonsenseToEverything_StopsAfterAFewRequests()
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 200).Select(n => $"article{n}")]);
        var sync = _fixture.NewSync(_model);
        _model.Change = (texts, answer) => texts.Contains(Core.Embeddings.EmbeddingSpace.ProbeText) ? answer : [.. answer.Select(_ => new Embedding<float>(new float[48]))];

        var report = (await sync.RunAsync(Cancel))!;

        report.Problem.ShouldBe("8 passages in a row got no vector. A vector of zeros came back.");
        report.IsLive.ShouldBeFalse();
        _model.Requests.Count.ShouldBeLessThan(30);
    }

    [Fact]
    public async Task Run_ArticlesComeMeanwhile_AreEmbeddedToo()
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 6).Select(n => $"article{n}")]);
        _model.Before = (_, _) => _model.Requests.Count is 2 or 3 ? _fixture.PutAsync([.. Enumerable.Range(0, 10).Select(n => $"late{_model.Requests.Count}-{n}")]) : Task.CompletedTask;

        var report = (await _fixture.NewSync(_model).RunAsync(Cancel))!;

        (report.Problem, report.Embedded, report.Pending, report.IsLive).ShouldBe((null, 26, 0, true));
    }

    [Fact]
    public async Task Run_OtherDimensionsInTheMiddle_AreNotMixedIn()
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 10).Select(n => $"article{n}")]);
        _model.Change = (_, answer) => _model.Requests.Count == 3 ? [.. answer.Select(vector => new Embedding<float>(vector.Vector[..40]))] : answer;

        var report = (await _fixture.NewSync(_model).RunAsync(Cancel))!;

        report.Problem.ShouldBe("The model fake-a answered with 40 dimensions; it had 48 a moment ago.");
        (await _fixture.CountAsync("vector WHERE length(value) <> 48 * 4")).ShouldBe(0);
    }

    [Fact]
    public async Task Run_BatchTakesTooLong_IsHalvedAndStaysSmall()
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 12).Select(n => $"article{n}")]);
        _model.Before = (texts, _) => texts.Count > 2 ? throw new ModelException(ModelFailure.TooSlow, "It took too long.") : Task.CompletedTask;

        var report = (await _fixture.NewSync(_model).RunAsync(Cancel))!;

        (report.Embedded, report.Refused, report.IsLive).ShouldBe((12, 0, true));
        _model.Requests.Count(request => request.Count > 2).ShouldBe(1);
    }

    [Theory]
    [InlineData(ModelFailure.Refused)]
    [InlineData(ModelFailure.CircuitOpen)]
    public async Task Run_ServerTakesNothing_IsAskedOnceARoundAndNothingIsMarkedRefused(ModelFailure failure)
    {
        await _fixture.PutAsync([.. Enumerable.Range(0, 12).Select(n => $"article{n}")]);
        _model.Before = (_, _) => throw new ModelException(failure, "The model's server answered 401.");

        var report = (await _fixture.NewSync(_model).RunAsync(Cancel))!;

        (report.Problem, report.Refused, report.IsLive).ShouldBe(("The model's server answered 401.", 0, false));
        _model.Requests.Count.ShouldBe(1);
    }
}
