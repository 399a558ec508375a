using IntercomRag.Api.Webhooks;
using IntercomRag.Core.Intercom.Webhooks;

namespace IntercomRag.Benchmarks.Webhook;

/// <summary>
/// Sends at a fixed rate without waiting for answers. A latency counts from the moment at which the request was due, so that a stall
/// is felt by every request that fell into it.
/// </summary>
internal sealed class OpenLoop(Uri server, int rate) : IDisposable
{
    public const int Connections = 16;

    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = server };

    public async Task<Latencies> RunAsync(IReadOnlyList<SignedEvent> events, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var interval = TimeSpan.FromSeconds(1.0 / rate);
        var answers = new Task<(TimeSpan Latency, bool Ok)>[events.Count];
        var start = time.GetTimestamp();
        for (var index = 0; index < events.Count; index++)
        {
            var due = interval * index;
            for (var wait = due - time.GetElapsedTime(start); wait > TimeSpan.Zero; wait = due - time.GetElapsedTime(start))
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            answers[index] = SendAsync(events[index], due, start, cancellationToken);
        }

        return Latencies.Of(await Task.WhenAll(answers));
    }

    public void Dispose() => _client.Dispose();

    private async Task<(TimeSpan Latency, bool Ok)> SendAsync(SignedEvent signed, TimeSpan due, long start, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = new ByteArrayContent(signed.Body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signed.Signature);
        using var response = await _client.SendAsync(request, cancellationToken);
        return (TimeProvider.System.GetElapsedTime(start) - due, response.IsSuccessStatusCode);
    }
}
