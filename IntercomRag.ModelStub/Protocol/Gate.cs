using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntercomRag.ModelStub.Behaviours;
using IntercomRag.ModelStub.Requests;
using Microsoft.Extensions.Options;

namespace IntercomRag.ModelStub.Protocol;

/// <summary>What happens to every request, whatever it asks: it is logged, its key is looked at, and it may be turned away.</summary>
internal sealed class Gate(BehaviourBoard board, IOptions<StubOptions> options)
{
    /// <param name="prompt">Kind of the prompt, or <c>embeddings</c>.</param>
    /// <param name="problem">What the request is turned away with; null when it may go on.</param>
    /// <returns>How the stub behaves towards this request.</returns>
    public BehaviourKind Pass(HttpRequest request, string prompt, JsonElement body, RequestLog log, out OpenAiProblem? problem)
    {
        var behaviour = board.Take(prompt);
        log.Add(request, prompt, behaviour, body);
        problem = behaviour switch
        {
            _ when !HasKey(request) => OpenAiProblem.Unauthorized,
            BehaviourKind.Unauthorized => OpenAiProblem.Unauthorized,
            BehaviourKind.RefusesAll => OpenAiProblem.BadRequest,
            BehaviourKind.RateLimited => OpenAiProblem.RateLimited(options.Value.RetryAfter),
            BehaviourKind.ServerError => OpenAiProblem.ServerError,
            _ => null,
        };
        return behaviour;
    }

    private bool HasKey(HttpRequest request) =>
        string.IsNullOrEmpty(options.Value.ApiKey)
        || IsKey(request.Headers.Authorization, $"Bearer {options.Value.ApiKey}")
        || IsKey(request.Headers["api-key"], options.Value.ApiKey);

    private static bool IsKey(string? sent, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent ?? ""), Encoding.UTF8.GetBytes(expected));
}
