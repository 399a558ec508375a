namespace IntercomRag.Api.Webhooks;

/// <summary>How a webhook is answered.</summary>
/// <param name="Answer">The body of a 200; null for every other status.</param>
/// <param name="Problem">What was wrong, for every status but 200. Never content.</param>
public sealed record WebhookResult(int StatusCode, WebhookAnswer? Answer, string? Problem)
{
    public static WebhookResult Ok(WebhookAnswer answer) => new(StatusCodes.Status200OK, answer, null);

    public static WebhookResult Refused(int statusCode, string problem) => new(statusCode, null, problem);
}
