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
    private const int Here = 0;
    private const int Leaving = 1;
    private const int HeldBack = 2;

    private readonly byte[] _json;
    private int _state = Here;

    public JsonBody(object body)
    {
        _json = JsonSerializer.SerializeToUtf8Bytes(body, IntercomJson.Options);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Keeps the body here for good. False: it has begun to leave.</summary>
    public bool TryHoldBack() => Interlocked.CompareExchange(ref _state, HeldBack, Here) != Leaving;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Leaving, Here) == HeldBack)
        {
            throw new OperationCanceledException("The request was given up before its body left.", cancellationToken);
        }

        await stream.WriteAsync(_json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
