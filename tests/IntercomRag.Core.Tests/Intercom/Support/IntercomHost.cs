using IntercomRag.Core.Intercom;
using IntercomRag.Testing;
using IntercomRag.Testing.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Tests.Intercom.Support;

/// <summary>The client as a service registers it, with a clock of the test's own, against a scripted server.</summary>
internal sealed class IntercomHost : IAsyncDisposable
{
    public const string Token = "token-that-nobody-may-see";

    private readonly CancellationTokenSource _deadline =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private readonly IHost _host;

    private IntercomHost(ScriptedIntercom server, Uri address, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Server = server;
        _deadline.CancelAfter(TimeSpan.FromSeconds(30));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            new("Intercom:BaseUrl", address.ToString()),
            new("Intercom:AccessToken", Token),
            new("Intercom:BotAdminId", "9001"),
            .. settings,
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => Elsewhere));
        builder.AddIntercomClient();
        _host = builder.Build();
    }

    public ScriptedIntercom Server { get; }

    /// <summary>Ends a call in real time that waits for a clock which nobody advances any more.</summary>
    public CancellationToken Deadline => _deadline.Token;

    public FakeTimeProvider Time { get; } = new();

    public CapturedLogs Log { get; } = new();

    /// <summary>Stands for what a host adds to all its clients.</summary>
    public CountingHandler Elsewhere { get; } = new();

    public IntercomClient Client => _host.Services.GetRequiredService<IntercomClient>();

    public static async Task<IntercomHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var server = await ScriptedIntercom.StartAsync();
        return new IntercomHost(server, server.Address, settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
    }

    /// <summary>A client whose server cannot be connected to.</summary>
    public static async Task<IntercomHost> StartUnreachableAsync()
    {
        var server = await ScriptedIntercom.StartAsync();
        var address = server.Address;
        await server.DisposeAsync();
        return new IntercomHost(server, address, []);
    }

    /// <summary>A client of something else than the scripted server.</summary>
    public static async Task<IntercomHost> StartAtAsync(Uri address) => new(await ScriptedIntercom.StartAsync(), address, []);

    /// <summary>Waits until the client sleeps before its next try.</summary>
    public async Task SleepsAfterAsync(int eventId, int times = 1)
    {
        await Eventually.HoldsAsync(() => Log.Count(eventId) >= times, cancellationToken: Deadline);
        await Eventually.HoldsAsync(() => Time.WaitingTimers > 0, cancellationToken: Deadline);
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        _deadline.Dispose();
        await Server.DisposeAsync();
    }
}
