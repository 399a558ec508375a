using System.Net;
using IntercomRag.Simulator.Workspace;

namespace IntercomRag.Simulator.Faults;

/// <summary>Makes REST requests fail as <see cref="RestFaults"/> says.</summary>
internal sealed class RestFaultMiddleware(RequestDelegate next, FaultBoard faults, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        switch (faults.DecideRest(context.Request.Method, context.Request.Path))
        {
            case RestFate.TooManyRequests:
                throw new WorkspaceException(HttpStatusCode.TooManyRequests, "rate_limit_exceeded", "Exceeded rate limit");
            case RestFate.ServerError:
                throw new WorkspaceException(HttpStatusCode.ServiceUnavailable, "service_unavailable", "Sorry, the API service is temporarily unavailable");
            case RestFate.TimeoutBefore:
                await NeverAnswerAsync(context);
                break;
            case RestFate.TimeoutAfter:
                await RunUnseenAsync(context);
                await NeverAnswerAsync(context);
                break;
            case RestFate.Slow:
                await Task.Delay(faults.SlowTime(), time, context.RequestAborted);
                await next(context);
                break;
            default:
                await next(context);
                break;
        }
    }

    /// <summary>Runs the request with an answer that goes nowhere.</summary>
    private async Task RunUnseenAsync(HttpContext context)
    {
        var answer = context.Response.Body;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answer;
        }
    }

    private async Task NeverAnswerAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(faults.Settings.Rest.TimeoutMs), time, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        context.Abort();
    }
}
