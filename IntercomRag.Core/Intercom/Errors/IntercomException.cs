namespace IntercomRag.Core.Intercom.Errors;

/// <summary>
/// A call to Intercom that did not end as it should. Messages name the endpoint without ids, and never hold a body: they can be logged.
/// </summary>
/// <param name="endpoint">Method and route, such as <c>POST /conversations/{id}/reply</c>.</param>
public abstract class IntercomException(string endpoint, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Endpoint { get; } = endpoint;

    /// <summary>The same call can be made again later, without harm, and may then succeed.</summary>
    public abstract bool IsTransient { get; }
}
