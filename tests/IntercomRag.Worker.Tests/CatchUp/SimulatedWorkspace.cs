using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.Worker.Tests.CatchUp;

/// <summary>A Simulator and a Garnet as processes of their own, for all tests of a class, which run one after another.</summary>
public sealed class SimulatedWorkspace : IAsyncLifetime
{
    public const string AccessToken = "catch-up-token";
    public const string Assistant = "9001";
    public const string Camille = "9002";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _http;
    private TestProcess? _simulator;

    public SimulatedWorkspace()
    {
        Address = LocalPorts.FreeAddress();
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public Uri Address { get; }

    public GarnetServer Garnet { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await Garnet.StartAsync(cancellationToken);
        _simulator = ServiceProcess.Start("IntercomRag.Simulator", Address, new Dictionary<string, string>
        {
            ["Simulator__AccessToken"] = AccessToken,
            ["Simulator__ClientSecret"] = "catch-up-secret",
        });
        await _simulator.WaitAsync(
            async () => (await _http.GetAsync("/health", cancellationToken)).IsSuccessStatusCode, "the Simulator is healthy", TimeSpan.FromSeconds(60), cancellationToken);
    }

    public Task ResetAsync() => SendAsync(HttpMethod.Post, "/simulator/reset", new { });

    public Task SetFaultsAsync(object faults) => SendAsync(HttpMethod.Put, "/simulator/faults", faults);

    /// <summary>Starts a conversation, or writes in one.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> WriteAsync(string? conversationId = null)
    {
        var contact = conversationId is null
            ? (await SendAsync(HttpMethod.Post, "/simulator/contacts", new { name = "Nora Lindqvist", language = "fr", role = "user" })).GetProperty("id").GetString()
            : (await SendAsync(HttpMethod.Get, $"/conversations/{conversationId}")).GetProperty("contacts").GetProperty("contacts")[0].GetProperty("id").GetString();
        var written = await SendAsync(
            HttpMethod.Post, $"/simulator/contacts/{contact}/messages", new { text = "Où est ma facture ?", conversation_id = conversationId });
        return written.GetProperty("conversation_id").GetString()!;
    }

    public Task ActAsync(string conversationId, string action) =>
        SendAsync(HttpMethod.Post, $"/simulator/conversations/{conversationId}/agent", new { admin_id = Camille, action, body = "<p>Je regarde.</p>" });

    /// <summary>As a workflow of the workspace does: "we usually reply within an hour".</summary>
    public Task GreetAsync(string conversationId) =>
        SendAsync(HttpMethod.Post, $"/simulator/conversations/{conversationId}/operator", new { body = "<p>Un instant.</p>" });

    public Task AnswerAsync(string conversationId) => SendAsync(
        HttpMethod.Post,
        $"/conversations/{conversationId}/reply",
        new { message_type = "comment", type = "admin", admin_id = Assistant, body = "<p>Dans vos réglages.</p>" });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_simulator is not null)
        {
            await _simulator.DisposeAsync();
        }

        await Garnet.DisposeAsync();
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: s_json) };
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
