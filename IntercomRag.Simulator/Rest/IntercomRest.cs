using IntercomRag.Simulator.Control;
using IntercomRag.Simulator.Faults;

namespace IntercomRag.Simulator.Rest;

/// <summary>The REST API of Intercom, at the root of the address as in Intercom.</summary>
public static class IntercomRest
{
    /// <summary>What is not REST on this address.</summary>
    private static readonly PathString[] OtherPaths = [ControlApi.Prefix, "/openapi", "/health", "/alive", "/inbox"];

    public static IHostApplicationBuilder AddIntercomRest(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RateLimiter>();
        return builder;
    }

    /// <summary>Errors, limits, token and faults, for REST requests only.</summary>
    public static void UseIntercomRest(this WebApplication app) => app.UseWhen(IsRest, static rest =>
    {
        rest.UseMiddleware<ErrorMiddleware>();
        rest.UseMiddleware<RateLimitMiddleware>();
        rest.UseMiddleware<GateMiddleware>();
        rest.UseMiddleware<RestFaultMiddleware>();
    });

    public static void MapIntercomRest(this WebApplication app)
    {
        var rest = app.MapGroup("").ExcludeFromDescription();
        rest.MapPeople();
        rest.MapConversations();
        rest.MapReplies();
        rest.MapTags();
        rest.MapHelpCenter();
        rest.MapArticles();
    }

    private static bool IsRest(HttpContext context)
    {
        var path = context.Request.Path;
        return path.HasValue && path != "/" && !OtherPaths.Any(other => path.StartsWithSegments(other));
    }
}
