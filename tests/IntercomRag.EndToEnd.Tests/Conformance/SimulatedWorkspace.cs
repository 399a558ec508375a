using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Conformance;

/// <summary>A Simulator of its own, and what a test does in it through its control API.</summary>
internal sealed class SimulatedWorkspace : IAsyncDisposable
{
    public const string AccessToken = "conformance-token";
    public const string ClientSecret = "conformance-secret";
    public const string BotAdminId = "9001";

    /// <summary>A human teammate of the demo workspace.</summary>
    public const string AgentId = "9002";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly RunningProgram _program;
    private readonly HttpClient _control;

    private SimulatedWorkspace(RunningProgram program, Uri address)
    {
        _program = program;
        Address = address;
        _control = new HttpClient { BaseAddress = new Uri(address, "/simulator/") };
    }

    public Uri Address { get; }

    /// <param name="webhooks">Where the receiver of webhooks will listen; none by default.</param>
    /// <param name="articles">An <c>articles.jsonl</c> instead of the demo workspace's articles.</param>
    public static async Task<SimulatedWorkspace> StartAsync(CancellationToken cancellationToken, Uri? webhooks = null, string? articles = null)
    {
        var address = LocalPorts.NextAddress();
        var settings = new Dictionary<string, string>
        {
            ["Simulator__AccessToken"] = AccessToken,
            ["Simulator__ClientSecret"] = ClientSecret,
            ["Simulator__WebhookTarget"] = webhooks?.ToString() ?? "",
            ["Simulator__Articles"] = articles ?? "",
        };
        var program = await RunningProgram.StartServiceAsync("IntercomRag.Simulator", address, settings, cancellationToken);
        return new SimulatedWorkspace(program, address);
    }

    /// <summary>Any resource of the control API.</summary>
    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        _control.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    /// <summary>Writes as a customer, in a new conversation or in one of theirs, and returns its id.</summary>
    public async Task<string> WriteAsync(
        string contactId, string? text, CancellationToken cancellationToken, string? conversationId = null, string? quickReply = null)
    {
        var message = new { Text = text, ConversationId = conversationId, QuickReplyUuid = quickReply };
        return (await PostAsync($"contacts/{contactId}/messages", message, cancellationToken)).GetProperty("conversation_id").GetString()!;
    }

    /// <summary>Does something as a human teammate.</summary>
    /// <param name="action">Such as <c>{"action":"note","body":"&lt;p&gt;…&lt;/p&gt;"}</c>; see the control API.</param>
    public Task ActAsync(string conversationId, object action, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToNode(action, Json)!.AsObject();
        body["admin_id"] = AgentId;
        return PostAsync($"conversations/{conversationId}/agent", body, cancellationToken);
    }

    public Task RateAsync(string conversationId, int rating, CancellationToken cancellationToken) =>
        PostAsync($"conversations/{conversationId}/rating", new { Rating = rating }, cancellationToken);

    public Task UnpublishAsync(string articleId, CancellationToken cancellationToken) =>
        PostAsync($"articles/{articleId}/unpublish", new { }, cancellationToken);

    public async Task DeleteArticleAsync(string articleId, CancellationToken cancellationToken) =>
        (await _control.DeleteAsync($"articles/{articleId}", cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>Waits until the conversation looks as <paramref name="expected"/> says.</summary>
    public Task<SimulatedConversation> WaitAsync(
        string conversationId, Func<SimulatedConversation, bool> expected, CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(expected))] string description = "") =>
        Eventually.ReadAsync(
            async () => (await _control.GetFromJsonAsync<SimulatedConversation>($"conversations/{conversationId}", Json, cancellationToken))!,
            expected,
            TimeSpan.FromSeconds(30),
            cancellationToken,
            description);

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _program.DisposeAsync();
    }

    private async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _control.PostAsJsonAsync(path, body, Json, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"POST /simulator/{path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
