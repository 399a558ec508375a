using System.Text;
using System.Text.Json.Nodes;
using IntercomRag.Core.Intercom.Webhooks;

namespace IntercomRag.Api.Tests.Webhooks;

/// <summary>Sends webhooks as Intercom does.</summary>
internal static class WebhookClient
{
    public const string Path = "/intercom/webhook";

    public static byte[] ToBody(this JsonNode webhook) => Encoding.UTF8.GetBytes(webhook.ToJsonString());

    public static string Sign(ReadOnlySpan<byte> body) => WebhookSignature.Compute(body, ApiFactory.ClientSecret);

    public static Task<HttpResponseMessage> SendSignedAsync(this HttpClient client, byte[] body) => client.SendAsync(body, Sign(body));

    public static Task<HttpResponseMessage> SendSignedAsync(this HttpClient client, JsonNode webhook) => client.SendSignedAsync(webhook.ToBody());

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, byte[] body, string? signature) =>
        client.SendAsync(new ByteArrayContent(body), signature);

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpContent content, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = content };
        content.Headers.ContentType = new("application/json");
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signature);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The answer's body without white space, such as <c>{"status":"queued"}</c>.</summary>
    public static async Task<string> TextAsync(this HttpResponseMessage response) =>
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
