using System.Diagnostics;
using IntercomRag.Core.Intercom.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace IntercomRag.Api.Webhooks;

/// <summary>
/// Where Intercom delivers its notifications. Answers after the event is stored and before any work is done. Never 410, on which
/// Intercom ends the subscription, and never 429, on which it throttles every topic of the app.
/// </summary>
public static class WebhookEndpoint
{
    public const string Path = "/intercom/webhook";

    public static IEndpointRouteBuilder MapWebhook(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, ReceiveAsync);

        // Intercom checks the URL when it is saved, with a request that has no body and no signature.
        routes.MapMethods(Path, [HttpMethods.Head], () => TypedResults.Ok());
        return routes;
    }

    private static async Task<Results<Ok<WebhookAnswer>, ProblemHttpResult, EmptyHttpResult>> ReceiveAsync(
        HttpRequest request, WebhookReceiver receiver, IOptions<WebhookOptions> options, CancellationToken aborted)
    {
        byte[]? body;
        try
        {
            body = await LimitedBody.ReadAsync(request, options.Value.MaxBodyBytes, aborted);
        }
        catch (BadHttpRequestException exception)
        {
            // The body does not keep what its headers promise, or came too slowly.
            return Problem(exception.StatusCode, "The request body could not be read.");
        }
        catch (Exception exception) when (exception is IOException || aborted.IsCancellationRequested)
        {
            // The sender is gone; nobody reads an answer.
            return TypedResults.Empty;
        }

        if (body is null)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, $"The request body is larger than {options.Value.MaxBodyBytes} bytes.");
        }

        // From here on the sender may go: what arrived whole is stored all the same.
        var result = await receiver.ReceiveAsync(body, request.Headers[WebhookSignature.Header], Activity.Current?.Id);
        return result.Answer is { } answer ? TypedResults.Ok(answer) : Problem(result.StatusCode, result.Problem);
    }

    private static ProblemHttpResult Problem(int statusCode, string? detail) => TypedResults.Problem(detail, statusCode: statusCode);
}
