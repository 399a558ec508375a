using System.Text.Json;
using IntercomRag.ModelStub;
using IntercomRag.ModelStub.Behaviours;
using IntercomRag.ModelStub.Brains;
using IntercomRag.ModelStub.Protocol;
using IntercomRag.ModelStub.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Benchmarks.Stub;

/// <summary>The stub of a model server, in this process and on a port of its own: whoever asks it goes through HTTP.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubServer(WebApplication app) => _app = app;

    /// <summary>For <c>Model__Endpoint</c>.</summary>
    public string Endpoint => $"{_app.Urls.First()}/v1";

    /// <param name="apiKey">What callers must send.</param>
    /// <param name="slowBy">How late the behaviour <c>slow</c> is.</param>
    public static async Task<StubServer> StartAsync(BehaviourKind behaviour, string apiKey, TimeSpan slowBy, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{StubOptions.Section}:{nameof(StubOptions.ApiKey)}"] = apiKey,
            [$"{StubOptions.Section}:{nameof(StubOptions.SlowBy)}"] = slowBy.ToString("c"),
        });
        builder.AddBehaviours();
        builder.AddBrains();
        builder.AddRequestLog();
        builder.AddProtocol();
        var app = builder.Build();
        app.MapProtocol();
        await app.StartAsync(cancellationToken);
        var server = new StubServer(app);
        server.Behave(behaviour);
        return server;
    }

    public void Behave(BehaviourKind behaviour) => _app.Services.GetRequiredService<BehaviourBoard>().Set(new Behaviour(behaviour));

    /// <summary>What came in since the last time, and forgets it.</summary>
    public IReadOnlyList<RecordedRequest> Take()
    {
        var log = _app.Services.GetRequiredService<RequestLog>();
        var requests = log.All;
        log.Clear();
        return requests;
    }

    /// <summary>All messages of a request, as the model reads them.</summary>
    public static string TextOf(RecordedRequest request) => string.Join('\n', request.Body.GetProperty("messages").EnumerateArray()
        .Select(message => message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String ? content.GetString() : ""));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
