using System.Collections.Concurrent;
using System.Text.Json;
using IntercomRag.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Simulator.Tests.Support;

/// <summary>An endpoint that keeps the webhooks it gets, and answers as the test says.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedWebhook> _received = [];
    private readonly WebApplication _app;
    private int _heads;

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapMethods("/intercom/webhook", ["HEAD"], () =>
        {
            Interlocked.Increment(ref _heads);
            return Results.StatusCode(HeadStatus);
        });
        _app.MapPost("/intercom/webhook", ReceiveAsync);
    }

    /// <summary>Answer to the check of the URL.</summary>
    public int HeadStatus { get; set; } = StatusCodes.Status200OK;

    /// <summary>Answer to a webhook that is not a ping.</summary>
    public Func<ReceivedWebhook, int> Answer { get; set; } = _ => StatusCodes.Status200OK;

    /// <summary>How long an answer takes.</summary>
    public Func<ReceivedWebhook, CancellationToken, Task> Think { get; set; } = (_, _) => Task.CompletedTask;

    public int Heads => Volatile.Read(ref _heads);

    public IReadOnlyList<ReceivedWebhook> All => [.. _received];

    public (string Key, string Value) AsTarget =>
        ("Simulator:WebhookTarget", _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public IReadOnlyList<ReceivedWebhook> Of(string topic) => [.. _received.Where(webhook => webhook.Topic == topic)];

    /// <summary>Waits for a number of webhooks of a topic.</summary>
    public Task<IReadOnlyList<ReceivedWebhook>> WaitForAsync(string topic, int count = 1) =>
        Eventually.ReadAsync(() => Task.FromResult(Of(topic)), found => found.Count >= count);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var webhook = new ReceivedWebhook(
            body.ToArray(),
            request.Headers["X-Hub-Signature"].ToString(),
            JsonSerializer.Deserialize<JsonElement>(body.ToArray()),
            TimeProvider.System.GetUtcNow());
        _received.Enqueue(webhook);
        if (webhook.Topic == "ping")
        {
            return Results.Ok();
        }

        await Think(webhook, request.HttpContext.RequestAborted);
        return Results.StatusCode(Answer(webhook));
    }
}
