using System.Text.Json;
using IntercomRag.ModelStub.Behaviours;

namespace IntercomRag.ModelStub.Requests;

/// <summary>A request that came in.</summary>
/// <param name="Prompt">Kind of the prompt, or <c>embeddings</c>.</param>
/// <param name="KeyHeader">Name of the header that carried a key; null when there was none. The key itself is not kept.</param>
public sealed record RecordedRequest(DateTimeOffset At, string Path, string Prompt, BehaviourKind Behaviour, string? KeyHeader, JsonElement Body);
