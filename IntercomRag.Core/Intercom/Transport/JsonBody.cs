using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using IntercomRag.Core.Intercom.Json;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>
/// A request body that knows whether it began to leave. As long as it has not, Intercom cannot have acted on the request, whatever went
/// wrong: no address, no connection, no certificate, no time.
/// </summary>
internal sealed class JsonBody : HttpContent
{
    private readonly byte[] _json;
    private volatile bool _leaving;

    public JsonBody(object body)
    {
        _json = JsonSerializer.SerializeToUtf8Bytes(body, IntercomJson.Options);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool MayHaveArrived => _leaving;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _leaving = true;
        await stream.WriteAsync(_json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
