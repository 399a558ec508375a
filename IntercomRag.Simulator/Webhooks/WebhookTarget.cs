using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace IntercomRag.Simulator.Webhooks;

/// <summary>The receiver's endpoint.</summary>
public sealed class WebhookTarget(HttpClient http, IOptions<SimulatorOptions> simulator, IOptions<WebhookOptions> webhooks, TimeProvider time)
{
    private const string Path = "intercom/webhook";
    private const string SignatureHeader = "X-Hub-Signature";
    private const string UserAgent = "intercom-parrot-service-client/1.0";

    /// <summary>The check that Intercom makes when the URL is saved: an unsigned HEAD that must succeed.</summary>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Url());
        var (status, _, _) = await SendAsync(request, cancellationToken);
        return status is >= 200 and < 300;
    }

    /// <summary>Posts a notification. The status is null when no answer came in time; the error then says why.</summary>
    public async Task<(int? Status, double Ms, string? Error)> PostAsync(Notification notification, CancellationToken cancellationToken)
    {
        var body = NotificationBody.Write(notification, time.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, Url()) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation(SignatureHeader, NotificationBody.Sign(body, simulator.Value.ClientSecret));
        return await SendAsync(request, cancellationToken);
    }

    private async Task<(int? Status, double Ms, string? Error)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        using var timeout = new CancellationTokenSource(webhooks.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return ((int)response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Stopwatch.GetElapsedTime(started).TotalMilliseconds, "timeout");
        }
        catch (HttpRequestException unreachable)
        {
            return (null, Stopwatch.GetElapsedTime(started).TotalMilliseconds, unreachable.Message);
        }
    }

    private Uri Url() => new($"{simulator.Value.WebhookTarget!.AbsoluteUri.TrimEnd('/')}/{Path}");
}
