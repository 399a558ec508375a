using System.Net;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Tests.Intercom.Support;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class ErrorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_ErrorList_GivesCodeRequestIdAndEndpointButNoText()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Error(422, "data_invalid"));

        var exception = await Should.ThrowAsync<IntercomApiException>(
            () => host.Client.Conversations.ReplyAsync("8", "<p>Marie Dupont</p>", Cancellation));

        (exception.Status, exception.Code, exception.RequestId).ShouldBe((HttpStatusCode.UnprocessableEntity, "data_invalid", "req-1"));
        exception.Endpoint.ShouldBe("POST /conversations/{id}/reply");
        exception.IsTransient.ShouldBeFalse();
        exception.ToString().ShouldNotContain("customer");
        exception.ToString().ShouldNotContain("Marie");
        exception.ToString().ShouldNotContain(IntercomHost.Token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("[]")]
    [InlineData("""{"errors":{}}""")]
    [InlineData("""{"errors":[]}""")]
    [InlineData("""{"errors":["bad"]}""")]
    [InlineData("""{"errors":[{"code":7}],"request_id":null}""")]
    [InlineData("""{"errors":[{"code":"a whole sentence of somebody"}]}""")]
    public async Task Answer_ErrorInAnyOtherShape_IsStillTyped(string body)
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json(body, 403).With("X-Request-Id", "req-2"));

        var exception = await Should.ThrowAsync<IntercomApiException>(() => host.Client.Teammates.GetMeAsync(Cancellation));

        exception.Code.ShouldBeNull();
        exception.RequestId.ShouldBe("req-2");
        exception.Message.ShouldContain("Developer Hub");
    }

    [Theory]
    [InlineData("<html>Sorry</html>", "$")]
    [InlineData("""{"id":"8","conversation_parts":{"conversation_parts":[{"id":"1","body":"secret"},{"id":"2","body":["secret"]}]}}""",
        "$.conversation_parts.conversation_parts[1].body")]
    [InlineData("""{"id":"8","open":"secret"}""", "$.open")]
    [InlineData("null", "$")]
    public async Task Answer_NotAsDocumented_NamesThePlaceWithoutText(string body, string path)
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json(body));

        var exception = await Should.ThrowAsync<IntercomAnswerException>(
            () => host.Client.Conversations.FindAsync("8", BodyFormat.Html, Cancellation));

        exception.Endpoint.ShouldBe("GET /conversations/{id}");
        exception.Path.ShouldBe(path);
        exception.ToString().ShouldNotContain("secret");
        exception.ToString().ShouldNotContain("Sorry");
    }

    [Fact]
    public async Task Answer_Redirect_IsNotFollowed()
    {
        await using var elsewhere = await ScriptedIntercom.StartAsync();
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("", 302).With("Location", new Uri(elsewhere.Address, "/me").ToString()));

        await Should.ThrowAsync<IntercomApiException>(() => host.Client.Teammates.GetMeAsync(Cancellation));

        elsewhere.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Log_AnyCall_HasNoTokenIdOrText()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => request.Method == "GET" ? ScriptedAnswer.Json(Samples.OldConversation) : ScriptedAnswer.Error(400, "parameter_invalid"));

        await host.Client.Conversations.FindAsync("215472621202693", BodyFormat.Html, Cancellation);
        await Should.ThrowAsync<IntercomApiException>(() => host.Client.Conversations.ReplyAsync("215472621202693", "<p>Marie</p>", Cancellation));

        host.Log.Text.ShouldContain("GET /conversations/{id} answered 200");
        host.Log.Text.ShouldContain("POST /conversations/{id}/reply answered 400");
        foreach (var text in new[] { IntercomHost.Token, "215472621202693", "Marie", "bonjour", "secret words" })
        {
            host.Log.Text.ShouldNotContain(text);
        }
    }
}
