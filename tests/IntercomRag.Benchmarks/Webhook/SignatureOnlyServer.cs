using IntercomRag.Api.Webhooks;
using IntercomRag.Core.Intercom.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Benchmarks.Webhook;

/// <summary>The least that any receiver must do: read the body and check the signature.</summary>
internal sealed class SignatureOnlyServer(WebApplication app) : IAsyncDisposable
{
    public Uri Address { get; } = new(app.Urls.Single());

    public static async Task<SignatureOnlyServer> StartAsync(CancellationToken cancellationToken, string address = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.MapPost(WebhookEndpoint.Path, async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            string? signature = request.Headers[WebhookSignature.Header];
            return WebhookSignature.IsValid(signature, body.GetBuffer().AsSpan(0, (int)body.Length), SignedEvents.ClientSecret)
                ? Results.Ok()
                : Results.Unauthorized();
        });
        await app.StartAsync(cancellationToken);
        return new SignatureOnlyServer(app);
    }

    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
