using System.Net.Http.Json;
using System.Text.Json;

namespace IntercomRag.EndToEnd.Tests.Workspace;

/// <summary>The Simulator's control API, as far as the tests need it.</summary>
internal sealed class WorkspaceClient(Uri simulator) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(simulator, "/simulator/") };

    public async Task<string> CreateContactAsync(string name, string language, string role) =>
        (await PostAsync<Contact>("contacts", new { name, language, role })).Id;

    public Task<Written> WriteAsync(string contactId, Message message) => PostAsync<Written>($"contacts/{contactId}/messages", message);

    public async Task<Conversation> ConversationAsync(string id) =>
        (await _http.GetFromJsonAsync<Conversation>($"conversations/{id}", Json, TestContext.Current.CancellationToken))!;

    public async Task<Conversation> NewestConversationAsync(string contactId)
    {
        var list = await _http.GetFromJsonAsync<IReadOnlyList<ConversationId>>($"conversations?contact_id={contactId}", Json, TestContext.Current.CancellationToken);
        return await ConversationAsync(list![0].Id);
    }

    /// <param name="action">For example <c>new { AdminId = "9002", Action = "note", Body = "&lt;p&gt;…&lt;/p&gt;" }</c>.</param>
    public Task<Conversation> ActAsync(string conversationId, object action) => PostAsync<Conversation>($"conversations/{conversationId}/agent", action);

    public Task UnpublishArticleAsync(string id) => PostAsync<JsonElement>($"articles/{id}/unpublish", new { });

    public async Task EditArticleAsync(string id, string locale, string title, string bodyHtml)
    {
        using var answer = await _http.PutAsJsonAsync($"articles/{id}", new { locale, title, bodyHtml }, Json, TestContext.Current.CancellationToken);
        await ReadAsync<JsonElement>(answer);
    }

    /// <summary>Topics of the webhooks about one conversation or article that the product accepted, newest first.</summary>
    public async Task<IReadOnlyList<string>> DeliveredTopicsAsync(string subjectId) =>
        [.. (await WebhooksAsync()).Deliveries.Where(one => one.SubjectId == subjectId && one.Outcome == "delivered").Select(one => one.Topic)];

    public async Task<int> WaitingWebhooksAsync() => (await WebhooksAsync()).Waiting;

    public void Dispose() => _http.Dispose();

    private async Task<Webhooks> WebhooksAsync() =>
        (await _http.GetFromJsonAsync<Webhooks>("webhooks", Json, TestContext.Current.CancellationToken))!;

    private async Task<T> PostAsync<T>(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, Json, TestContext.Current.CancellationToken);
        return await ReadAsync<T>(answer);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<T>(text, Json)!;
    }

    private sealed record Contact(string Id);

    private sealed record ConversationId(string Id);

    private sealed record Webhooks(int Waiting, IReadOnlyList<Delivery> Deliveries);

    private sealed record Delivery(string Topic, string SubjectId, string Outcome);
}
