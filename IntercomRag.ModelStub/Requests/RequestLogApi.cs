using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntercomRag.ModelStub.Requests;

public static class RequestLogApi
{
    public static IHostApplicationBuilder AddRequestLog(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<RequestLog>();
        return builder;
    }

    public static void MapRequestLog(this IEndpointRouteBuilder app)
    {
        app.MapGet("/stub/requests", (RequestLog log) => TypedResults.Ok(log.All));
        app.MapDelete("/stub/requests", (RequestLog log) =>
        {
            log.Clear();
            return TypedResults.NoContent();
        });
    }
}
