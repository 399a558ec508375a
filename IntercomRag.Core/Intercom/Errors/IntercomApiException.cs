using System.Net;

namespace IntercomRag.Core.Intercom.Errors;

/// <summary>Intercom answered with an error.</summary>
/// <param name="code">Intercom's word for it, such as <c>not_found</c>, <c>unauthorized</c> or <c>rate_limit_exceeded</c>; null when it gave none.</param>
/// <param name="requestId">What Intercom's support asks for; null when it gave none.</param>
public sealed class IntercomApiException(string endpoint, HttpStatusCode status, string? code, string? requestId, string? link = null)
    : IntercomException(endpoint, Describe(endpoint, status, code, requestId))
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;

    public string? RequestId { get; } = requestId;

    public override bool IsTransient =>
        Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)Status >= 500;

    /// <summary>The <c>Link</c> header, which points from a merged contact to the one that remains.</summary>
    internal string? Link { get; } = link;

    private static string Describe(string endpoint, HttpStatusCode status, string? code, string? requestId) =>
        $"{endpoint} was answered with {(int)status} {code ?? "(no error code)"}{Advice(status, code)}" +
        (requestId is null ? "." : $" (Intercom's request id {requestId}).");

    private static string Advice(HttpStatusCode status, string? code) => (status, code) switch
    {
        (HttpStatusCode.Unauthorized, _) => ": check Intercom__AccessToken, and that Intercom__BaseUrl is the region of the workspace",
        (HttpStatusCode.Forbidden, "api_plan_restricted") => ": the workspace's subscription does not include the API",
        (HttpStatusCode.Forbidden, _) => ": the app lacks a permission; grant it in the Developer Hub and renew the token",
        (_, "intercom_version_invalid") => ": check Intercom__ApiVersion",
        _ => "",
    };
}
