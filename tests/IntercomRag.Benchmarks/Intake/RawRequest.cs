using System.Globalization;
using System.Text;
using IntercomRag.Api.Webhooks;
using IntercomRag.Benchmarks.Webhook;
using IntercomRag.Core.Intercom.Webhooks;

namespace IntercomRag.Benchmarks.Intake;

/// <summary>A signed webhook as the bytes that go over the wire, made beforehand so that sending costs little.</summary>
internal static class RawRequest
{
    public static byte[] Of(SignedEvent signed)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST {WebhookEndpoint.Path} HTTP/1.1
            Host: 127.0.0.1
            User-Agent: intercom-parrot-service-client/1.0
            Accept: application/json
            Content-Type: application/json
            {WebhookSignature.Header}: {signed.Signature}
            Content-Length: {signed.Body.Length}


            """).ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. signed.Body];
    }
}
