using System.Net;
using System.Text.Json;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Rest;

/// <summary>Turns whatever goes wrong into Intercom's error list.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers[RequestId.Header] = RequestId.Of(context);
        try
        {
            await next(context);
        }
        catch (WorkspaceException refused)
        {
            await ErrorList.WriteAsync(context, (int)refused.Status, refused.Code, refused.Message, refused.Field);
            return;
        }
        catch (JsonException broken)
        {
            await ErrorList.WriteAsync(context, StatusCodes.Status400BadRequest, "bad_request", $"bad 'json' body: {broken.Message}");
            return;
        }
        catch (BadHttpRequestException bad)
        {
            await ErrorList.WriteAsync(context, bad.StatusCode, "bad_request", bad.Message);
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception unexpected) when (!context.Response.HasStarted)
        {
            Unexpected(unexpected, RequestId.Of(context));
            await ErrorList.WriteAsync(context, (int)HttpStatusCode.InternalServerError, "server_error", "Server Error");
            return;
        }

        // Intercom answers 404, not 405, to a method that a path does not have.
        if (context is { Response: { HasStarted: false, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed } })
        {
            context.Response.Headers.Remove("Allow");
            await ErrorList.WriteAsync(context, StatusCodes.Status404NotFound, "not_found", "The requested resource was not found");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected error in REST request {RequestId}")]
    private partial void Unexpected(Exception exception, string requestId);
}
