using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace IntercomRag.Simulator.Tests.Support;

/// <summary>The real program on a port of its own, with the small workspace of the fixtures.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    public const string Token = "test-token";
    public const string ClientSecret = "test-client-secret";
    public const string Lea = "66a000000000000000000001";
    public const string Lead = "66a000000000000000000002";

    private readonly Factory _factory;

    private SimulatorHost(Factory factory)
    {
        _factory = factory;
        Rest = factory.CreateClient();
        Rest.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Rest.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        Rest.DefaultRequestHeaders.Add("Intercom-Version", "2.16");
        Control = factory.CreateClient();
    }

    public static string WorkspaceFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Workspace");

    /// <summary>Sends token, Accept and version 2.16.</summary>
    public HttpClient Rest { get; }

    /// <summary>Sends nothing of its own.</summary>
    public HttpClient Control { get; }

    /// <param name="settings">Configuration on top of the tests' own, such as <c>("Simulator:RateLimit", "3")</c>.</param>
    public static SimulatorHost Start(params (string Key, string Value)[] settings) => Start(time: null, settings);

    public static SimulatorHost Start(TimeProvider? time, params (string Key, string Value)[] settings)
    {
        var factory = new Factory(time, settings);
        factory.UseKestrel();
        factory.StartServer();
        return new SimulatorHost(factory);
    }

    public async ValueTask DisposeAsync()
    {
        Rest.Dispose();
        Control.Dispose();
        await _factory.DisposeAsync();
    }

    /// <summary>Sends a REST request that must succeed.</summary>
    public Task<JsonElement> RestAsync(HttpMethod method, string path, object? body = null) => SendAsync(Rest, method, path, body);

    /// <summary>Sends a control request that must succeed.</summary>
    public Task<JsonElement> ControlAsync(HttpMethod method, string path, object? body = null) =>
        SendAsync(Control, method, $"/simulator{path}", body);

    /// <summary>Starts a conversation and returns its id.</summary>
    public async Task<string> StartConversationAsync(string text = "Bonjour", string contactId = Lea)
    {
        var result = await ControlAsync(HttpMethod.Post, $"/contacts/{contactId}/messages", new { text });
        return result.Text("conversation_id");
    }

    public Task<JsonElement> WriteAsync(string conversationId, string text, string contactId = Lea) =>
        ControlAsync(HttpMethod.Post, $"/contacts/{contactId}/messages", new { text, conversation_id = conversationId });

    public Task<JsonElement> ActAsync(string conversationId, object request) =>
        ControlAsync(HttpMethod.Post, $"/conversations/{conversationId}/agent", request);

    public Task<JsonElement> ReplyAsAssistantAsync(string conversationId, string body, string type = "comment") =>
        RestAsync(HttpMethod.Post, $"/conversations/{conversationId}/reply", new { message_type = type, type = "admin", admin_id = "9001", body });

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBeInRange(200, 299, $"{method} {path}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    private sealed class Factory(TimeProvider? time, (string Key, string Value)[] settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseUrls("http://127.0.0.1:0");
            builder.UseSetting("Simulator:WorkspaceFolder", WorkspaceFolder);
            builder.UseSetting("Simulator:AccessToken", Token);
            builder.UseSetting("Simulator:ClientSecret", ClientSecret);
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            if (time is not null)
            {
                builder.ConfigureTestServices(services => services.AddSingleton(time));
            }
        }
    }
}
