using System.Net;
using System.Text;
using IntercomRag.Core.Models;
using IntercomRag.Core.Models.OpenAi;
using IntercomRag.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntercomRag.Core.Tests.Models.OpenAi;

/// <summary>What a server can do that the stub does not: odd streams, redirects, connections that never open.</summary>
public sealed class OpenAiChatClientTests : HttpMessageHandler
{
    private const string Hello = "data: {\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}\n\n";

    private readonly FakeTimeProvider _time = new();
    private Func<HttpResponseMessage> _answer = () => Stream(Hello + "data: [DONE]\n\n");
    private HttpRequestMessage? _asked;

    [Theory]
    [InlineData("https://tandem.openai.azure.com/openai/v1/", "https://tandem.openai.azure.com/openai/v1/chat/completions")]
    [InlineData("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions")]
    public async Task Ask_Endpoint_IsExtendedByThePath(string endpoint, string expected)
    {
        (await AskAsync(endpoint)).Text.ShouldBe("Hello");

        _asked!.RequestUri!.AbsoluteUri.ShouldBe(expected);
        _asked.Headers.Authorization!.ToString().ShouldBe("Bearer sk-secret");
    }

    [Fact]
    public async Task Ask_CountsThatGrow_AreTakenOnce()
    {
        _answer = () => Stream(
            ": a comment\n\n"
            + "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1}}\n\n"
            + "data: {\"choices\":[{\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"model_length\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}\n\n");

        var response = await AskAsync();

        (response.Text, response.FinishReason, response.Usage!.InputTokenCount, response.Usage.OutputTokenCount)
            .ShouldBe(("Hello", new ChatFinishReason("model_length"), 5, 2));
    }

    [Theory]
    [InlineData(Hello + "data: {\"error\":{\"message\":\"out of memory\"}}\n\n", ModelFailure.Unavailable)]
    [InlineData(Hello, ModelFailure.Unavailable)]
    [InlineData("", ModelFailure.Unavailable)]
    [InlineData("data: <html>\n\n", ModelFailure.Unreadable)]
    public async Task Ask_StreamThatIsNone_FailsAndMayBeCharged(string stream, ModelFailure failure)
    {
        _answer = () => Stream(stream);

        var exception = await Should.ThrowAsync<ModelException>(() => AskAsync());

        (exception.Failure, exception.MayBeCharged).ShouldBe((failure, true));
    }

    [Theory]
    [InlineData(302, ModelFailure.Refused)]
    [InlineData(403, ModelFailure.Refused)]
    [InlineData(404, ModelFailure.Refused)]
    [InlineData(408, ModelFailure.Unavailable)]
    [InlineData(429, ModelFailure.RateLimited)]
    [InlineData(503, ModelFailure.Unavailable)]
    public async Task Ask_Status_IsItsFailureAndIsNotCharged(int status, ModelFailure failure)
    {
        _answer = () => new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent("""{"error":{"message":"Where is Ada's invoice?","code":"some_code"}}"""),
            Headers = { RetryAfter = new(_time.GetUtcNow().AddSeconds(20)), Location = new Uri("https://other.example") },
        };

        var exception = await Should.ThrowAsync<ModelException>(() => AskAsync());

        (exception.Failure, exception.MayBeCharged).ShouldBe((failure, false));
        exception.ToString().ShouldNotContain("sk-secret");
        exception.Message.ShouldNotContain("Ada", Case.Sensitive, "servers quote the prompt");
        if (status == 429)
        {
            exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(20));
            exception.Message.ShouldContain("some_code");
        }
    }

    [Fact]
    public async Task Ask_ConnectionNotOpenedInTime_IsUnavailableAndNotCharged()
    {
        // As SocketsHttpHandler reports its ConnectTimeout.
        _answer = () => throw new TaskCanceledException("connect", new TimeoutException());

        var exception = await Should.ThrowAsync<ModelException>(() => AskAsync());

        (exception.Failure, exception.MayBeCharged).ShouldBe((ModelFailure.Unavailable, false));
    }

    [Fact]
    public async Task Ask_WithTools_IsADefect()
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "done", "delete_everything")] };

        await Should.ThrowAsync<NotSupportedException>(() => Client("http://localhost/v1").GetResponseAsync(
            Questions.Messages, options, TestContext.Current.CancellationToken));

        _asked.ShouldBeNull();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked = request;
        return Task.FromResult(_answer());
    }

    private static HttpResponseMessage Stream(string events) => new(HttpStatusCode.OK)
    {
        // A stream that cannot be read again, as a network's.
        Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(events))) { Headers = { ContentType = new("text/event-stream") } },
    };

    private Task<ChatResponse> AskAsync(string endpoint = "http://localhost/v1") =>
        Client(endpoint).GetStreamingResponseAsync(Questions.Messages, Questions.Options(), TestContext.Current.CancellationToken)
            .ToChatResponseAsync(TestContext.Current.CancellationToken);

    private OpenAiChatClient Client(string endpoint) => new(
        "small",
        OpenAiServer.Options(ServerSettings.Parse(endpoint)!, new HttpClient(this), KeyPolicy.BearerHeader, "sk-secret"),
        _time,
        NullLogger<OpenAiChatClient>.Instance);
}
