using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <summary>The Simulator's control API, as far as the tests need it.</summary>
internal sealed class WorkspaceClient(Uri simulator) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(simulator, "/simulator/") };

    /// <summary>Any resource of the control API, as it is.</summary>
    public Task<JsonElement> GetAsync(string path) => GetAsync<JsonElement>(path);

    /// <param name="segments">Names of segments, as JSON; null for none.</param>
    public async Task<string> CreateContactAsync(string? name, string? language, string role, JsonNode? segments = null) =>
        (await PostAsync<Contact>("contacts", new { name, language, role, segments })).Id;

    public Task<Written> WriteAsync(string contactId, Message message) => PostAsync<Written>($"contacts/{contactId}/messages", message);

    public Task<Conversation> ConversationAsync(string id) => GetAsync<Conversation>($"conversations/{id}");

    public async Task<Conversation> NewestConversationAsync(string contactId)
    {
        var list = await GetAsync<IReadOnlyList<ConversationId>>($"conversations?contact_id={contactId}");
        return await ConversationAsync(list[0].Id);
    }

    /// <param name="action">For example <c>new { AdminId = "9002", Action = "note", Body = "&lt;p&gt;…&lt;/p&gt;" }</c>.</param>
    public Task<Conversation> ActAsync(string conversationId, object action) => PostAsync<Conversation>($"conversations/{conversationId}/agent", action);

    /// <param name="rating">1 to 5.</param>
    public Task RateAsync(string conversationId, int rating) => PostAsync($"conversations/{conversationId}/rating", new { rating });

    /// <param name="settings">Body of <c>PUT /simulator/faults</c>; <c>{}</c> for none.</param>
    public async Task SetFaultsAsync(string settings)
    {
        using var content = new StringContent(settings, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.PutAsync("faults", content, TestContext.Current.CancellationToken);
        await ReadAsync(answer);
    }

    public Task SetWebhooksLiveAsync() => PostAsync("webhooks/live", new { });

    /// <summary>Adds parts without words.</summary>
    public Task AddWorkflowEventsAsync(string conversationId, int count) => PostAsync($"conversations/{conversationId}/workflow-events", new { count });

    public Task UnpublishArticleAsync(string id) => PostAsync($"articles/{id}/unpublish", new { });

    public async Task EditArticleAsync(string id, string locale, string title, string bodyHtml)
    {
        using var answer = await _http.PutAsJsonAsync($"articles/{id}", new { locale, title, bodyHtml }, Json, TestContext.Current.CancellationToken);
        await ReadAsync(answer);
    }

    public async Task DeleteArticleAsync(string id)
    {
        using var answer = await _http.DeleteAsync($"articles/{id}", TestContext.Current.CancellationToken);
        await ReadAsync(answer);
    }

    /// <summary>Topics of the webhooks about one conversation or article that the product accepted, newest first.</summary>
    public async Task<IReadOnlyList<string>> DeliveredTopicsAsync(string subjectId) =>
        [.. (await WebhooksAsync()).Deliveries.Where(one => one.SubjectId == subjectId && one.Outcome == "delivered").Select(one => one.Topic)];

    public async Task<int> WaitingWebhooksAsync() => (await WebhooksAsync()).Waiting;

    public void Dispose() => _http.Dispose();

    private Task<Webhooks> WebhooksAsync() => GetAsync<Webhooks>("webhooks");

    private async Task<T> GetAsync<T>(string path) => (await _http.GetFromJsonAsync<T>(path, Json, TestContext.Current.CancellationToken))!;

    private async Task<T> PostAsync<T>(string path, object body) => JsonSerializer.Deserialize<T>(await PostAsync(path, body), Json)!;

    private async Task<string> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, Json, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
        return text;
    }

    private sealed record Contact(string Id);

    private sealed record ConversationId(string Id);

    private sealed record Webhooks(int Waiting, IReadOnlyList<Delivery> Deliveries);

    private sealed record Delivery(string Topic, string SubjectId, string Outcome);
}
