using IntercomRag.Simulator.Workspace;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace IntercomRag.Simulator.Control;

/// <summary>Answers refused control requests with a problem document that says what is wrong and where.</summary>
internal sealed class ControlProblems(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            WorkspaceException refused => new ProblemDetails
            {
                Status = (int)refused.Status,
                Title = refused.Code,
                Detail = refused.Message,
                Extensions = { ["field"] = refused.Field },
            },
            BadHttpRequestException bad => new ProblemDetails
            {
                Status = bad.StatusCode,
                Title = "bad_request",
                Detail = bad.InnerException is { } cause ? $"{bad.Message} {cause.Message}" : bad.Message,
            },
            _ => null,
        };
        if (problem is null)
        {
            return false;
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }
}
