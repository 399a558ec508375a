using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace IntercomRag.Api.Webhooks;

/// <summary>Reads the exact bytes of a request body, of which the signature is computed, but not more than a limit.</summary>
internal static class LimitedBody
{
    /// <returns>The body, or null when it is longer than <paramref name="limit"/>, whatever its headers say.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        // Also bounds what the server reads on to find the end of a body that was refused.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = limit;
        }

        if (request.ContentLength > limit)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
