using System.Globalization;
using System.Net.Http.Headers;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>
/// Reads the headers that Intercom adds to its answers:
/// <code>
/// X-RateLimit-Limit: 1666
/// X-RateLimit-Remaining: 1665
/// X-RateLimit-Reset: 1487332510      Unix seconds, end of the current window of ten seconds
/// </code>
/// <c>Retry-After</c> is not documented, but proxies in between send it.
/// </summary>
internal static class ResponseHeaders
{
    extension(HttpResponseHeaders headers)
    {
        public int? RateLimit => headers.Number("X-RateLimit-Limit") is { } limit ? (int)Math.Min(limit, int.MaxValue) : null;

        public int? RateLimitRemaining => headers.Number("X-RateLimit-Remaining") is { } left ? (int)Math.Min(left, int.MaxValue) : null;

        public string? Text(string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

        /// <summary>Time until the window ends; null when unknown or already over.</summary>
        public TimeSpan? RateLimitResetIn(DateTimeOffset now) =>
            headers.Number("X-RateLimit-Reset") is { } seconds && seconds - now.ToUnixTimeMilliseconds() / 1000.0 is var ahead and > 0
                ? TimeSpan.FromSeconds(Math.Min(ahead, int.MaxValue))
                : null;

        public TimeSpan? RetryAfterFrom(DateTimeOffset now) => headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > now => date - now,
            _ => null,
        };

        private long? Number(string name) =>
            long.TryParse(headers.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
