using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Intercom.Json;

namespace IntercomRag.Core.Intercom.Transport;

/// <summary>What Intercom answered to one try, read to the end.</summary>
internal sealed record IntercomAnswer(string Endpoint, HttpStatusCode Status, HttpResponseHeaders Headers, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Trying again can help, and it is not the rate limit, which has a way of its own.</summary>
    public bool IsServerFailure => Status == HttpStatusCode.RequestTimeout || (int)Status >= 500;

    /// <exception cref="IntercomAnswerException">Not JSON, or not the shape of <typeparamref name="T"/>.</exception>
    public T Read<T>()
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, IntercomJson.Options)
                ?? throw new IntercomAnswerException(Endpoint, "$", "it is null");
        }
        catch (JsonException exception)
        {
            throw new IntercomAnswerException(Endpoint, JsonFailure.PathOf(exception), JsonFailure.CauseOf(exception));
        }
    }

    public IntercomApiException ToException()
    {
        var error = ErrorAnswer.Parse(Body);
        return new IntercomApiException(Endpoint, Status, error.Code, error.RequestId ?? Headers.Text("X-Request-Id"), Headers.Text("Link"));
    }
}
