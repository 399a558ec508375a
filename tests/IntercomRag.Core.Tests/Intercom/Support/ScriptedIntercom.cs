using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Tests.Intercom.Support;

/// <summary>A real HTTP server on a random port that answers as told and remembers what it was asked.</summary>
internal sealed class ScriptedIntercom : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly WebApplication _app;
    private Func<ReceivedRequest, ScriptedAnswer> _script = request => throw new InvalidOperationException($"No answer scripted for {request}.");

    private ScriptedIntercom(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <param name="address">Null: a random port.</param>
    public static async Task<ScriptedIntercom> StartAsync(Uri? address = null)
    {
        var server = new ScriptedIntercom(address?.ToString() ?? "http://127.0.0.1:0");
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        server.Address = new Uri(server._app.Urls.Single());
        return server;
    }

    /// <summary>One answer a request, in order; the last one repeats.</summary>
    public void Answers(params ScriptedAnswer[] answers)
    {
        var next = -1;
        _script = _ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
    }

    public void AnswersTo(Func<ReceivedRequest, ScriptedAnswer> script) => _script = script;

    public async ValueTask DisposeAsync()
    {
        // Hanging requests would hold a graceful stop up.
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted));
        _requests.Enqueue(request);

        var answer = _script(request);
        switch (answer.Mode)
        {
            case AnswerMode.BreakOff:
                context.Abort();
                return;
            case AnswerMode.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
                return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
