using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace IntercomRag.ModelStub.Tests;

/// <summary>The real program on a port of its own.</summary>
public sealed class StubHost : IAsyncDisposable
{
    private readonly Factory _factory;

    private StubHost(Factory factory)
    {
        _factory = factory;
        Http = factory.CreateClient();
    }

    public HttpClient Http { get; }

    /// <summary>For <c>Model__Endpoint</c>.</summary>
    public string Endpoint => new Uri(Http.BaseAddress!, "v1").AbsoluteUri;

    public static StubHost Start(params (string Key, string Value)[] settings) => Start(time: null, settings);

    public static StubHost Start(TimeProvider? time, params (string Key, string Value)[] settings)
    {
        var factory = new Factory(time, settings);
        factory.UseKestrel();
        factory.StartServer();
        return new StubHost(factory);
    }

    public async Task BehaveAsync(string kind, int? times = null, string? prompt = null)
    {
        using var response = await Http.PutAsJsonAsync("/stub/behaviour", new { kind, times, prompt }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<JsonElement>> RequestsAsync() =>
        (await Http.GetFromJsonAsync<JsonElement[]>("/stub/requests", TestContext.Current.CancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _factory.DisposeAsync();
    }

    private sealed class Factory(TimeProvider? time, (string Key, string Value)[] settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseUrls("http://127.0.0.1:0");
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
