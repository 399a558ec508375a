using System.Globalization;
using System.Net.Sockets;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.Benchmarks.Soak;

/// <summary>Garnet, Simulator, worker and API of a run, and what can be seen of them from outside.</summary>
internal sealed class SoakSystem : IAsyncDisposable
{
    /// <summary>
    /// Not judged: Garnet writes values one after another, also over old ones, until its <c>--memory</c> of 256 MiB is full, and from then on to disk.
    /// </summary>
    public const string GarnetMemory = "Garnet memory MiB";

    private const string AccessToken = "soak-access-token";
    private const string ClientSecret = "soak-client-secret";

    private static readonly TimeSpan s_startDeadline = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("intercomrag-soak-").FullName;
    private readonly GarnetServer _garnet = new();
    private readonly List<(string Name, TestProcess Process)> _services = [];

    public Uri Simulator { get; } = LocalPorts.FreeAddress();

    public async Task StartAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var api = LocalPorts.FreeAddress();
        await _garnet.StartAsync(cancellationToken);
        await StartAsync("Simulator", Simulator, new Dictionary<string, string>
        {
            ["Simulator__AccessToken"] = AccessToken,
            ["Simulator__ClientSecret"] = ClientSecret,
            ["Simulator__WebhookTarget"] = api.ToString(),
        }, cancellationToken);
        var services = new Dictionary<string, string>(settings)
        {
            ["ConnectionStrings__cache"] = _garnet.ConnectionString,
            ["ConnectionStrings__vectors"] = $"Endpoint=file://{Path.Combine(_folder, "knowledge.db")};Key=",
            ["Intercom__BaseUrl"] = Simulator.ToString(),
            ["Intercom__AccessToken"] = AccessToken,
            ["Intercom__ClientSecret"] = ClientSecret,
            ["Intercom__BotAdminId"] = "9001",
            ["DOTNET_STARTUP_HOOKS"] = typeof(SoakSystem).Assembly.Location,
        };
        await StartAsync("Worker", LocalPorts.FreeAddress(), services, cancellationToken);
        await StartAsync("Api", api, services, cancellationToken);
        await _services[1].Process.WaitForOutputAsync("; complete: True", s_startDeadline, cancellationToken);
    }

    /// <summary>What everything holds at this moment. The Simulator is left out: it plays Intercom, and keeps every conversation.</summary>
    public async Task<IReadOnlyDictionary<string, double>> MeasureAsync(CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, double>();
        foreach (var (name, process) in _services.Skip(1))
        {
            var seen = ProcessView.Of(process.Id);
            values[$"{name} memory MiB"] = seen.ResidentMiB;
            values[$"{name} heap MiB"] = HeapFile.Read(HeapPath(name));
            values[$"{name} threads"] = seen.Threads;
            values[$"{name} sockets"] = seen.Sockets;
        }

        var server = ProcessView.Of(_garnet.ProcessId!.Value);
        values["Redis keys"] = await CountKeysAsync(cancellationToken);
        values["Redis sockets"] = server.Sockets;
        values[GarnetMemory] = server.ResidentMiB;
        return values;
    }

    /// <summary>Characters that API and worker have logged until now.</summary>
    public long LogLength => _services.Skip(1).Sum(one => (long)one.Process.Output.Length);

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, process) in Enumerable.Reverse(_services))
        {
            await process.DisposeAsync();
        }

        await _garnet.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(string name, Uri address, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var process = ServiceProcess.Start($"IntercomRag.{name}", address, new Dictionary<string, string>(settings) { [HeapFile.Variable] = HeapPath(name) });
        _services.Add((name, process));
        using var http = new HttpClient { BaseAddress = address };
        await process.WaitAsync(
            async () => (await http.GetAsync("/health", cancellationToken)).IsSuccessStatusCode, $"{name} is healthy", s_startDeadline, cancellationToken);
    }

    private string HeapPath(string name) => Path.Combine(_folder, $"{name}.heap");

    // DBSIZE answers ":1234\r\n".
    private async Task<double> CountKeysAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _garnet.Port, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync("*1\r\n$6\r\nDBSIZE\r\n"u8.ToArray(), cancellationToken);
        var answer = new byte[64];
        var length = await stream.ReadAsync(answer, cancellationToken);
        return double.Parse(answer.AsSpan(1, length - 1).TrimEnd("\r\n"u8), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
