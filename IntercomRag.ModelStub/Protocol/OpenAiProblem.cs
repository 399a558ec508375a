using System.Globalization;

namespace IntercomRag.ModelStub.Protocol;

/// <summary>
/// An error as OpenAI shapes it: <c>{"error":{"message":"…","type":"invalid_request_error","param":"response_format","code":"unsupported_parameter"}}</c>.
/// </summary>
internal sealed record OpenAiProblem(int Status, string Message, string Type, string? Param = null, string? Code = null, int? RetryAfter = null) : IResult
{
    public static OpenAiProblem Refused(string param, string message) =>
        new(StatusCodes.Status400BadRequest, message, "invalid_request_error", param, "unsupported_parameter");

    public static OpenAiProblem BadRequest { get; } = new(StatusCodes.Status400BadRequest, "Bad request.", "");

    public static OpenAiProblem Unauthorized { get; } =
        new(StatusCodes.Status401Unauthorized, "Incorrect API key provided.", "invalid_request_error", Code: "invalid_api_key");

    public static OpenAiProblem ServerError { get; } = new(StatusCodes.Status500InternalServerError, "The server had an error.", "server_error");

    public static OpenAiProblem RateLimited(int retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, "Rate limit reached.", "requests", Code: "rate_limit_exceeded", RetryAfter: retryAfter);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (RetryAfter is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return httpContext.Response.WriteAsJsonAsync(new { error = new { message = Message, type = Type, param = Param, code = Code } });
    }
}
