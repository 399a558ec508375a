using System.Collections.Concurrent;
using System.Text.Json;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.ModelStub.Requests;

/// <summary>The last requests, for tests and for whoever wants to see what a model is shown.</summary>
public sealed class RequestLog(TimeProvider time)
{
    private const int Capacity = 500;

    private static readonly string[] s_keyHeaders = ["Authorization", "api-key"];

    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> All => [.. _requests];

    public void Add(HttpRequest request, string prompt, BehaviourKind behaviour, JsonElement body)
    {
        var header = s_keyHeaders.FirstOrDefault(request.Headers.ContainsKey);
        _requests.Enqueue(new RecordedRequest(time.GetUtcNow(), request.Path, prompt, behaviour, header, body.Clone()));
        while (_requests.Count > Capacity)
        {
            _requests.TryDequeue(out _);
        }
    }

    public void Clear() => _requests.Clear();
}
