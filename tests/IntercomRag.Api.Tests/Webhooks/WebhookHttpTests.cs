using System.Net;
using System.Net.Sockets;
using System.Text;
using IntercomRag.Core.Intercom.Webhooks;
using IntercomRag.Testing;
using IntercomRag.Testing.Webhooks;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Api.Tests.Webhooks;

/// <summary>What only a real server and a real connection show.</summary>
public sealed class WebhookHttpTests : IDisposable
{
    private const int Limit = 1024 * 1024;

    private readonly ApiFactory _api = new();
    private readonly HttpClient _client;

    public WebhookHttpTests()
    {
        _api.UseKestrel();
        _api.StartServer();
        _client = _api.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task Head_WithoutSignature_Answers200()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, WebhookClient.Path);

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Server.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task OtherMethod_Answers405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), WebhookClient.Path);

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/intercom")]
    [InlineData("/intercom/webhook/more")]
    public async Task OtherPath_Answers404WithProblemDetails(string path)
    {
        using var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData(2 * 1024 * 1024, true)]
    [InlineData(2 * 1024 * 1024, false)]
    [InlineData(Limit + 1, true)]
    [InlineData(Limit + 1, false)]
    public async Task Post_BodyOverTheLimit_Answers413(int length, bool lengthAnnounced)
    {
        var body = Padded(length);
        using var content = Content(body, lengthAnnounced);

        using var response = await _client.SendAsync(content, WebhookClient.Sign(body));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        _api.Conversations.Stored.ShouldBeEmpty();
        ShouldHaveStayedCalm();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_BodyAtTheLimit_IsRead(bool lengthAnnounced)
    {
        var body = Padded(Limit);
        using var content = Content(body, lengthAnnounced);

        using var response = await _client.SendAsync(content, WebhookClient.Sign(body));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _api.Conversations.Stored.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_BodyShorterThanItsLength_IsNotStoredAndLogsNoError()
    {
        var body = Padded(2000);
        var statusLine = await SendRawAsync(body, announcedLength: body.Length + 500, thenClose: true);

        new[] { null, "HTTP/1.1 400 Bad Request" }.ShouldContain(statusLine);
        _api.Conversations.Stored.ShouldBeEmpty();
        ShouldHaveStayedCalm();
    }

    [Fact]
    public async Task Post_BodyLongerThanItsLength_Answers401()
    {
        var body = Padded(2000);
        var statusLine = await SendRawAsync(body, announcedLength: body.Length - 500, thenClose: false);

        statusLine.ShouldBe("HTTP/1.1 401 Unauthorized");
        _api.Conversations.Stored.ShouldBeEmpty();
        ShouldHaveStayedCalm();
    }

    [Fact]
    public async Task Post_SenderGoneWhileStoring_IsStoredAllTheSame()
    {
        var arrived = new TaskCompletionSource();
        var proceed = new TaskCompletionSource();
        _api.Conversations.BeforeStoring = _ =>
        {
            arrived.SetResult();
            return proceed.Task;
        };
        using var gone = new CancellationTokenSource();
        var body = Padded(2000);
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookClient.Path) { Content = new ByteArrayContent(body) };
        request.Headers.Add(WebhookSignature.Header, WebhookClient.Sign(body));
        var answer = _client.SendAsync(request, gone.Token);
        await arrived.Task.WaitAsync(Eventually.DefaultDeadline, TestContext.Current.CancellationToken);

        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(answer);
        proceed.SetResult();

        await Eventually.HoldsAsync(() => _api.Conversations.Stored.Count == 1, cancellationToken: TestContext.Current.CancellationToken);
        ShouldHaveStayedCalm();
    }

    private static HttpContent Content(byte[] body, bool lengthAnnounced)
    {
        // A stream that cannot seek is sent in chunks.
        HttpContent content = lengthAnnounced ? new ByteArrayContent(body) : new StreamContent(new ForwardStream(body));
        (content.Headers.ContentLength is not null).ShouldBe(lengthAnnounced);
        return content;
    }

    /// <summary>A valid notification filled up with white space.</summary>
    private static byte[] Padded(int length)
    {
        var body = WebhookSamples.Event("conversation.user.created").ToBody();
        return [.. body, .. Enumerable.Repeat((byte)' ', length - body.Length)];
    }

    /// <summary>Sends what <see cref="HttpClient"/> would refuse to, and reads the first line of the answer; null when the server hangs up instead.</summary>
    private async Task<string?> SendRawAsync(byte[] body, int announcedLength, bool thenClose)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", _client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        var head = $"POST {WebhookClient.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {announcedLength}\r\n{WebhookSignature.Header}: {WebhookClient.Sign(body)}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        await stream.WriteAsync(body, TestContext.Current.CancellationToken);
        if (thenClose)
        {
            socket.Client.Shutdown(SocketShutdown.Send);
        }

        try
        {
            using var reader = new StreamReader(stream);
            return await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void ShouldHaveStayedCalm() =>
        _api.Logs.Entries.Where(entry => entry.Level >= LogLevel.Error || entry.Message.Contains("unhandled")).ShouldBeEmpty();
}
