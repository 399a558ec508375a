using System.Net;
using IntercomRag.Testing;
using IntercomRag.Testing.Webhooks;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Api.Tests.Webhooks;

public sealed class WebhookStorageTests : IDisposable
{
    private readonly ApiFactory _api = new();
    private readonly HttpClient _client;

    public WebhookStorageTests() => _client = _api.CreateClient();

    public void Dispose()
    {
        _client.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task Post_StorageFails_Answers503AndTheRepetitionIsStored()
    {
        var webhook = WebhookSamples.Event("conversation.user.created");
        _api.Conversations.BeforeStoring = _ => throw new IOException("connection refused");
        using var failed = await _client.SendSignedAsync(webhook);
        _api.Conversations.BeforeStoring = _ => Task.CompletedTask;

        using var repeated = await _client.SendSignedAsync(webhook);

        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await failed.TextAsync()).ShouldNotContain("connection refused");
        repeated.StatusCode.ShouldBe(HttpStatusCode.OK);
        _api.Conversations.Stored.Count.ShouldBe(1);
        _api.Logs.Entries.ShouldContain(entry => entry.Level == LogLevel.Error && entry.Message.Contains("IOException"));
        _api.Logs.Entries.ShouldNotContain(entry => entry.Exception != null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_StorageTooSlow_Answers503AtTheDeadline(bool storageHonoursCancellation)
    {
        var never = new TaskCompletionSource();
        _api.Conversations.BeforeStoring = cancellationToken => storageHonoursCancellation ? never.Task.WaitAsync(cancellationToken) : never.Task;
        var answer = _client.SendSignedAsync(WebhookSamples.Event("conversation.user.created"));
        await Eventually.HoldsAsync(() => _api.Time.WaitingTimers > 0, cancellationToken: TestContext.Current.CancellationToken);

        _api.Time.Advance(TimeSpan.FromSeconds(1.9));
        answer.IsCompleted.ShouldBeFalse();
        _api.Time.Advance(TimeSpan.FromSeconds(0.1));

        using var response = await answer;
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        _api.Logs.Entries.ShouldContain(entry => entry.Level == LogLevel.Error && entry.Message.Contains("not stored within 2.0 s"));
    }

    [Fact]
    public async Task Post_StorageSucceedsAfterTheDeadline_MakesTheRepetitionADuplicate()
    {
        var slow = new TaskCompletionSource();
        var webhook = WebhookSamples.Event("conversation.user.created");
        _api.Conversations.BeforeStoring = _ => slow.Task;
        var answer = _client.SendSignedAsync(webhook);
        await Eventually.HoldsAsync(() => _api.Time.WaitingTimers > 0, cancellationToken: TestContext.Current.CancellationToken);
        _api.Time.Advance(TimeSpan.FromSeconds(2));
        using var tooLate = await answer;
        slow.SetResult();
        await Eventually.HoldsAsync(() => _api.Conversations.Stored.Count == 1, cancellationToken: TestContext.Current.CancellationToken);

        using var repeated = await _client.SendSignedAsync(webhook);

        tooLate.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await repeated.TextAsync()).ShouldBe("""{"status":"duplicate"}""");
    }
}
