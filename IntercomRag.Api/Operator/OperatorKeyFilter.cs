using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace IntercomRag.Api.Operator;

/// <summary>Lets through who sends <c>Authorization: Bearer</c> and the key; everybody else gets 401.</summary>
internal sealed class OperatorKeyFilter(string key) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    // Hashes are of one length, so that neither time nor length tells anything of the key.
    private readonly byte[] _hash = Hash(key);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Hash(authorization[Scheme.Length..].Trim()), _hash))
        {
            return await next(context);
        }

        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return TypedResults.Problem("The operator's key is missing or wrong.", statusCode: StatusCodes.Status401Unauthorized);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
