using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.Benchmarks.Chaos;

/// <summary>All processes of a run, on free ports, with their files in one folder.</summary>
internal sealed class RunningSystem : IAsyncDisposable
{
    public const string AssistantId = "9001";

    private const string AccessToken = "chaos-access-token";
    private const string ClientSecret = "chaos-client-secret";
    private const string SyncedLine = "; complete: True";

    private readonly string _folder;
    private readonly CacheVictim _cache;
    private readonly ServiceVictim _simulator;
    private readonly ServiceVictim _worker;
    private readonly ServiceVictim _api;

    /// <param name="folder">For the index; deleted at the end.</param>
    /// <param name="more">Settings of API and worker besides those of every run.</param>
    public RunningSystem(ChaosOptions options, string folder, LogFolder logs, IReadOnlyDictionary<string, string>? more = null)
    {
        _folder = folder;
        CacheServer server = options.Redis == "redis" ? new RedisServer(options.Fsync) : new GarnetServer();
        _cache = new CacheVictim(server, options.Redis == "redis" ? "Redis" : "Garnet", logs, Memory);

        var ports = LocalPorts.Free(3).Select(port => new Uri($"http://127.0.0.1:{port}")).ToArray();
        _simulator = new ServiceVictim("IntercomRag.Simulator", ports[0], SimulatorSettings(ports[1], options.Seed), logs, Memory);
        var settings = ServiceSettings(options.Without, more ?? new Dictionary<string, string>());
        _api = new ServiceVictim("IntercomRag.Api", ports[1], settings, logs, Memory);
        _worker = new ServiceVictim("IntercomRag.Worker", ports[2], settings, logs, Memory);
    }

    private PeakMemory Memory { get; } = new();

    public Uri Simulator => _simulator.Address;

    public int CachePort => _cache.Port;

    /// <summary>What is killed: all but the Simulator, which is Intercom.</summary>
    public IReadOnlyList<IVictim> Victims => [_api, _worker, _cache];

    /// <summary>Starts everything and waits until the Help Center has been read.</summary>
    /// <returns>How long the API took, which of all takes the longest.</returns>
    public async Task<TimeSpan> StartAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_cache.StartAsync(cancellationToken), _simulator.StartAsync(cancellationToken));
        await _worker.StartAsync(cancellationToken);
        await _worker.WaitForOutputAsync(SyncedLine, cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        await _api.StartAsync(cancellationToken);
        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>Ends everything.</summary>
    /// <returns>The most memory that each held, in MiB.</returns>
    public async Task<IReadOnlyDictionary<string, long>> StopAsync()
    {
        foreach (var victim in Victims.Append(_simulator))
        {
            await victim.KillAsync();
        }

        return Memory.Peaks;
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _worker.DisposeAsync();
        await _simulator.DisposeAsync();
        await _cache.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string> SimulatorSettings(Uri api, int seed) => new(ShortTimes.Simulator)
    {
        ["Simulator__AccessToken"] = AccessToken,
        ["Simulator__ClientSecret"] = ClientSecret,
        ["Simulator__WebhookTarget"] = api.ToString(),
        ["Simulator__BotAdminId"] = AssistantId,
        ["Simulator__Seed"] = $"{seed}",
    };

    private Dictionary<string, string> ServiceSettings(string? without, IReadOnlyDictionary<string, string> more)
    {
        var settings = new Dictionary<string, string>(ShortTimes.Services)
        {
            ["ConnectionStrings__cache"] = _cache.ConnectionString,
            ["ConnectionStrings__vectors"] = $"Endpoint=file://{Path.Combine(_folder, "knowledge.db")};Key=",
            ["Intercom__BaseUrl"] = _simulator.Address.ToString(),
            ["Intercom__AccessToken"] = AccessToken,
            ["Intercom__ClientSecret"] = ClientSecret,
            ["Intercom__BotAdminId"] = AssistantId,
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        if (without is not null)
        {
            settings["DOTNET_STARTUP_HOOKS"] = ServiceProcess.PathOf("IntercomRag.Sabotage");
            settings["INTERCOMRAG_WITHOUT"] = without;
        }

        return settings;
    }
}
