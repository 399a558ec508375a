using System.Net.Http.Json;
using System.Text.Json;
using IntercomRag.Testing.Judging;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>The Simulator's control API, as far as the experiment needs it.</summary>
internal sealed class Workspace(Uri simulator) : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = simulator, Timeout = TimeSpan.FromSeconds(30) };

    public async Task<string> CreateContactAsync(string language, CancellationToken cancellationToken) =>
        (await PostAsync<Contact>("contacts", new { name = language == "fr" ? "Élise Durand" : "Emma Stone", language, role = "user" }, cancellationToken)).Id;

    /// <param name="conversationId">Null for a new conversation.</param>
    /// <returns>Id of the conversation.</returns>
    public async Task<string> WriteAsync(string contactId, string? conversationId, string text, CancellationToken cancellationToken) =>
        (await PostAsync<Written>($"contacts/{contactId}/messages", new { text, conversationId }, cancellationToken)).ConversationId;

    public Task ActAsync(string conversationId, object action, CancellationToken cancellationToken) =>
        PostAsync<JsonElement>($"conversations/{conversationId}/agent", action, cancellationToken);

    public async Task SetFaultsAsync(object faults, CancellationToken cancellationToken)
    {
        using var answer = await _http.PutAsJsonAsync("simulator/faults", faults, s_json, cancellationToken);
        await ReadAsync<JsonElement>(answer, cancellationToken);
    }

    /// <summary>Notifications that are on their way or held back.</summary>
    public async Task<int> WaitingWebhooksAsync(CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<Webhooks>("simulator/webhooks", s_json, cancellationToken))!.Waiting;

    public Task<IReadOnlyList<JudgedConversation>> RecordAsync(CancellationToken cancellationToken) =>
        WorkspaceRecord.ReadAsync(_http, RunningSystem.AssistantId, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<T> PostAsync<T>(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsJsonAsync($"simulator/{path}", body, s_json, cancellationToken);
        return await ReadAsync<T>(answer, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<T>(text, s_json)!
            : throw new InvalidOperationException($"The Simulator answered {(int)answer.StatusCode} to {answer.RequestMessage?.RequestUri}: {text}");
    }

    private sealed record Contact(string Id);

    private sealed record Written(string ConversationId);

    private sealed record Webhooks(int Waiting);
}
