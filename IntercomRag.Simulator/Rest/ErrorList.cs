using System.Text.Json.Nodes;

namespace IntercomRag.Simulator.Rest;

/// <summary>
/// The body of every error:
/// <code>{"type":"error.list","request_id":"5ef5682e-…","errors":[{"code":"not_found","message":"Resource Not Found"}]}</code>
/// </summary>
internal static class ErrorList
{
    public static Task WriteAsync(HttpContext context, int status, string code, string message, string? field = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (field is not null)
        {
            error["field"] = field;
        }

        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new JsonObject { ["type"] = "error.list", ["request_id"] = RequestId.Of(context), ["errors"] = new JsonArray(error) },
            context.RequestAborted);
    }
}
