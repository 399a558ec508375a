using System.Globalization;
using System.Net;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Rest;

/// <summary>Puts the rate limit's headers on every answer and refuses what is over it.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimiter limiter)
{
    public const string ResetHeader = "X-RateLimit-Reset";

    public Task InvokeAsync(HttpContext context)
    {
        var (limit, remaining, reset) = limiter.Take();
        var headers = context.Response.Headers;
        headers["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Math.Max(0, remaining).ToString(CultureInfo.InvariantCulture);
        headers[ResetHeader] = WholeSeconds(reset);
        return remaining < 0
            ? throw new WorkspaceException(HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "Exceeded rate limit")
            : next(context);
    }

    /// <summary>A Unix time in seconds, rounded up, so that who waits until then is not early.</summary>
    public static string WholeSeconds(DateTimeOffset time) =>
        ((time.ToUnixTimeMilliseconds() + 999) / 1000).ToString(CultureInfo.InvariantCulture);
}
