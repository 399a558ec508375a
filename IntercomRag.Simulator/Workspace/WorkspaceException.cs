using System.Net;

namespace IntercomRag.Simulator.Workspace;

/// <summary>A request that the workspace refuses, in Intercom's words: an HTTP status and an error code of its list.</summary>
public sealed class WorkspaceException(HttpStatusCode status, string code, string message, string? field = null) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>The parameter that is wrong, when it is one.</summary>
    public string? Field { get; } = field;

    public static WorkspaceException NotFound(string code, string message) => new(HttpStatusCode.NotFound, code, message);

    public static WorkspaceException Invalid(string field, string message) => new(HttpStatusCode.BadRequest, "parameter_invalid", message, field);

    public static WorkspaceException Missing(string field) =>
        new(HttpStatusCode.BadRequest, "parameter_not_found", $"{field} is required", field);

    public static WorkspaceException Unprocessable(string field, string message) =>
        new(HttpStatusCode.UnprocessableEntity, "unprocessable_entity", message, field);
}
