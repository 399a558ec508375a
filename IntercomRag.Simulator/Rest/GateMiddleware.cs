using System.Net;
using System.Security.Cryptography;
using System.Text;
using IntercomRag.Simulator.Workspace;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace IntercomRag.Simulator.Rest;

/// <summary>Checks token, Accept and version before any endpoint runs.</summary>
internal sealed class GateMiddleware(RequestDelegate next, IOptions<SimulatorOptions> options, TimeProvider time)
{
    private const string VersionHeader = "Intercom-Version";
    private const string Scheme = "Bearer ";

    private readonly byte[] _token = Encoding.UTF8.GetBytes(options.Value.AccessToken);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HasToken(request))
        {
            throw new WorkspaceException(HttpStatusCode.Unauthorized, "unauthorized", "Access Token Invalid");
        }

        if (!AcceptsJson(request))
        {
            throw new WorkspaceException(HttpStatusCode.NotAcceptable, "not_acceptable", "The Accept header should send a media type of application/json");
        }

        var asked = request.Headers[VersionHeader].ToString();
        if (!ApiVersion.TryParse(asked.Length == 0 ? options.Value.ApiVersion : asked, out var version))
        {
            throw new WorkspaceException(
                HttpStatusCode.BadRequest, "intercom_version_invalid", "The requested version could not be found");
        }

        context.Features.Set(new IntercomCall(version, time.GetUtcNow(), $"{request.Scheme}://{request.Host}"));
        return next(context);
    }

    private bool HasToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()), _token);
    }

    /// <summary>A missing header is refused too, as Intercom does.</summary>
    private static bool AcceptsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(type => type.MatchesAllTypes || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
}
