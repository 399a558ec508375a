using System.Diagnostics;
using System.Globalization;
using IntercomRag.ServiceDefaults.Health;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace IntercomRag.ServiceDefaults.Telemetry;

/// <summary>
/// Completes the server span at the end of a request by the HTTP semantic conventions: name, route, status, error. ASP.NET Core 10
/// sets the attributes of the start only; .NET 11 sets these too (dotnet/aspnetcore pull request 64851) and makes this redundant,
/// but for the silence of the health endpoints.
/// </summary>
internal sealed class ServerSpanMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is null)
        {
            await next(context);
            return;
        }

        if (HealthEndpoints.IsHealthPath(context.Request.Path))
        {
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            await next(context);
            return;
        }

        try
        {
            await next(context);
            Complete(span, context, context.Response.StatusCode, context.Features.Get<IExceptionHandlerFeature>()?.Error);
        }
        catch (Exception exception)
        {
            // Headers that are on their way cannot be changed any more; otherwise the server answers 500.
            var status = context.Response.HasStarted ? context.Response.StatusCode : StatusCodes.Status500InternalServerError;
            Complete(span, context, status, exception);
            throw;
        }
    }

    private static void Complete(Activity span, HttpContext context, int status, Exception? exception)
    {
        // An exception handler clears the endpoint and keeps the original in its feature.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var route = endpoint?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route;

        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);

        if (exception is not null)
        {
            span.AddException(exception);
        }

        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetTag("error.type", exception?.GetType().FullName ?? status.ToString(CultureInfo.InvariantCulture));
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
