using System.Net;
using System.Text;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>
/// Stands in front of an HTTP server and hands requests and answers on, so that a test can look at an answer, or put another one in its place.
/// </summary>
internal sealed class HttpRelay : IAsyncDisposable
{
    /// <summary>Said anew on each connection, or by the body.</summary>
    private static readonly HashSet<string> NotHandedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length",
    };

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
    });

    private readonly Func<RelayedAnswer, RelayedAnswer> _onAnswer;
    private readonly HttpListener _listener = new();
    private readonly Task _accepting;

    public HttpRelay(Func<RelayedAnswer, RelayedAnswer> onAnswer, Uri? target = null)
    {
        _onAnswer = onAnswer;
        Target = target;
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address { get; } = LocalPorts.FreeAddress();

    /// <summary>Where requests go. One that comes while it is not set is answered 502.</summary>
    public Uri? Target { get; set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _accepting;
        _http.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = RelayAsync(context);
        }
    }

    private async Task RelayAsync(HttpListenerContext context)
    {
        try
        {
            using var request = await CopyAsync(context.Request);
            using var answer = await _http.SendAsync(request);
            var seen = _onAnswer(new RelayedAnswer(
                context.Request.HttpMethod,
                context.Request.Url!.AbsolutePath,
                (int)answer.StatusCode,
                [.. answer.Headers.Concat(answer.Content.Headers).SelectMany(one => one.Value.Select(value => KeyValuePair.Create(one.Key, value)))],
                await answer.Content.ReadAsByteArrayAsync()));
            await WriteAsync(context.Response, seen);
        }
        catch (Exception failure)
        {
            // Whoever asked may be gone, or the target. The one no longer listens, the other is told.
            Fail(context.Response, failure);
        }
    }

    private async Task<HttpRequestMessage> CopyAsync(HttpListenerRequest from)
    {
        var target = Target ?? throw new InvalidOperationException("There is nothing to relay to.");
        var request = new HttpRequestMessage(new HttpMethod(from.HttpMethod), new Uri(target, from.RawUrl));
        if (from.HasEntityBody)
        {
            using var body = new MemoryStream();
            await from.InputStream.CopyToAsync(body);
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var name in from.Headers.AllKeys.OfType<string>().Where(name => !NotHandedOn.Contains(name)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, from.Headers[name]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, from.Headers[name]);
            }
        }

        return request;
    }

    private static async Task WriteAsync(HttpListenerResponse to, RelayedAnswer answer)
    {
        to.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers.Where(header => !NotHandedOn.Contains(header.Key)))
        {
            to.Headers.Add(name, value);
        }

        to.ContentLength64 = answer.Body.Length;
        await to.OutputStream.WriteAsync(answer.Body);
        to.Close();
    }

    private static void Fail(HttpListenerResponse to, Exception failure)
    {
        try
        {
            to.StatusCode = (int)HttpStatusCode.BadGateway;
            to.Close(Encoding.UTF8.GetBytes(failure.Message), willBlock: false);
        }
        catch (Exception closed) when (closed is InvalidOperationException or HttpListenerException)
        {
            to.Abort();
        }
    }
}
