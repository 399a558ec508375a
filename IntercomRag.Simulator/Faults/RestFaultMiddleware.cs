using System.Globalization;
using System.Net;
using IntercomRag.Simulator.Rest;
using IntercomRag.Simulator.Workspace;
using Microsoft.Net.Http.Headers;

namespace IntercomRag.Simulator.Faults;

/// <summary>Makes REST requests fail as <see cref="RestFaults"/> and <see cref="StormFaults"/> say.</summary>
internal sealed class RestFaultMiddleware(RequestDelegate next, FaultBoard faults, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>For the first half of an answer to leave before the connection breaks.</summary>
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(20);

    public async Task InvokeAsync(HttpContext context)
    {
        if (faults.StormLeft() is { } left)
        {
            AnnounceEnd(context.Response.Headers, left);
            throw TooManyRequests();
        }

        var fate = faults.DecideRest(context.Request.Method, context.Request.Path);
        switch (fate.Fault)
        {
            case RestFault.TooManyRequests:
                throw TooManyRequests();
            case RestFault.ServerErrorBefore:
                await FailAsync(context, fate.Status);
                break;
            case RestFault.ServerErrorAfter:
                await RunAsync(context);
                await FailAsync(context, fate.Status);
                break;
            case RestFault.TimeoutBefore:
                await NeverAnswerAsync(context, fate.Wait);
                break;
            case RestFault.TimeoutAfter:
                await RunAsync(context);
                await NeverAnswerAsync(context, fate.Wait);
                break;
            case RestFault.ResetBefore:
                context.Abort();
                break;
            case RestFault.ResetAfter:
                await RunAsync(context);
                context.Abort();
                break;
            case RestFault.SlowBefore:
                await RunLateAsync(context, fate.Wait);
                break;
            case RestFault.SlowAfter:
                await AnswerLateAsync(context, fate.Wait);
                break;
            case RestFault.HalfAnswer:
                await SendHalfAsync(context, await RunAsync(context));
                await WaitAsync(SendTime, CancellationToken.None);
                context.Abort();
                break;
            case RestFault.BrokenJson:
                await SendHalfAsync(context, await RunAsync(context));
                break;
            default:
                await next(context);
                break;
        }
    }

    /// <summary>Runs the request and keeps its answer back. The caller may hang up: the effect takes place all the same.</summary>
    private async Task<ReadOnlyMemory<byte>> RunAsync(HttpContext context)
    {
        using var kept = new MemoryStream();
        var answer = context.Response.Body;
        var aborted = context.RequestAborted;
        context.Response.Body = kept;
        context.RequestAborted = CancellationToken.None;
        try
        {
            await next(context);
            return kept.ToArray();
        }
        finally
        {
            context.Response.Body = answer;
            context.RequestAborted = aborted;
        }
    }

    private async Task RunLateAsync(HttpContext context, TimeSpan wait)
    {
        // Read now: a caller that hangs up meanwhile takes what it has not sent with it.
        context.Request.EnableBuffering();
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Request.Body.Position = 0;
        if (await WaitAsync(wait, CancellationToken.None))
        {
            await context.Response.Body.WriteAsync(await RunAsync(context), CancellationToken.None);
        }
    }

    private async Task AnswerLateAsync(HttpContext context, TimeSpan wait)
    {
        var answer = await RunAsync(context);
        if (await WaitAsync(wait, context.RequestAborted))
        {
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        }
    }

    private async Task NeverAnswerAsync(HttpContext context, TimeSpan wait)
    {
        await WaitAsync(wait, context.RequestAborted);
        context.Abort();
    }

    private static async Task SendHalfAsync(HttpContext context, ReadOnlyMemory<byte> answer)
    {
        await context.Response.Body.WriteAsync(answer[..(answer.Length / 2)], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static Task FailAsync(HttpContext context, int status)
    {
        switch (status)
        {
            case StatusCodes.Status500InternalServerError:
                return ErrorList.WriteAsync(context, status, "server_error", "Server Error");
            case StatusCodes.Status503ServiceUnavailable:
                return ErrorList.WriteAsync(context, status, "service_unavailable", "Sorry, the API service is temporarily unavailable");
            default:
                context.Response.StatusCode = status;
                context.Response.ContentType = "text/html";
                return context.Response.WriteAsync($"<html><body><h1>{status} from the gateway</h1></body></html>", context.RequestAborted);
        }
    }

    private static WorkspaceException TooManyRequests() => new(HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "Exceeded rate limit");

    private void AnnounceEnd(IHeaderDictionary headers, TimeSpan left)
    {
        var announced = faults.Settings.Storm.Headers;
        headers.Remove(RateLimitMiddleware.ResetHeader);
        if (announced is StormHeaders.Reset or StormHeaders.Both)
        {
            headers[RateLimitMiddleware.ResetHeader] = RateLimitMiddleware.WholeSeconds(time.GetUtcNow() + left);
        }

        if (announced is StormHeaders.RetryAfter or StormHeaders.Both)
        {
            headers[HeaderNames.RetryAfter] = Math.Ceiling(left.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>False when the caller hung up first, or the Simulator stops: nobody waits then.</summary>
    private async Task<bool> WaitAsync(TimeSpan wait, CancellationToken hungUp)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hungUp, lifetime.ApplicationStopping);
        try
        {
            await Task.Delay(wait, time, either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
