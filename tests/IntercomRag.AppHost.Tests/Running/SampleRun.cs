using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.RegularExpressions;
using IntercomRag.AppHost.LocalHosting.Network;
using IntercomRag.AppHost.LocalHosting.Processes;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.AppHost.Tests.Running;

/// <summary>A run of AppHost.cs with sample services, in a process of its own, on free ports, with nothing in its environment but what a test gives it.</summary>
internal sealed partial class SampleRun : IAsyncDisposable
{
    // A loaded build machine takes its time to start five processes.
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private readonly ProcessMark _mark = new();
    private readonly TestProcess _process;

    private SampleRun(string dataDirectory, IEnumerable<string> args, IEnumerable<(string Name, string Value)> variables)
    {
        DataDirectory = dataDirectory;
        var host = typeof(SampleRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "SampleHost").Value!;
        var start = new ProcessStartInfo(DotnetHost.Path,
            [host, "--Api:Port", $"{ApiPort}", "--Simulator:Port", $"{SimulatorPort}", "--LocalHost:DataDirectory", dataDirectory, .. args])
        {
            RedirectStandardInput = true,
        };

        Inherited = new[] { "PATH", "HOME", "NUGET_PACKAGES" }
            .Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name)))
            .Where(pair => pair.Value is not null)
            .Select(pair => (pair.Name, pair.Value!))
            .Append((_mark.Pair.Key, _mark.Pair.Value))
            .Concat(variables)
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        start.Environment.Clear();
        foreach (var (name, value) in Inherited)
        {
            start.Environment[name] = value;
        }

        _process = new TestProcess(start);
    }

    public int ApiPort { get; } = Ports.Free();

    public int SimulatorPort { get; } = Ports.Free();

    public string DataDirectory { get; }

    /// <summary>All that the run itself was given.</summary>
    public IReadOnlyDictionary<string, string> Inherited { get; }

    public int Id => _process.Id;

    public string Output => _process.Output;

    /// <summary>The processes that inherited this run's mark, itself left out.</summary>
    public IReadOnlyList<int> Children => [.. _mark.Carriers.Where(id => id != Id)];

    public static SampleRun Start(params string[] args) => Start([], args);

    public static SampleRun Start(IEnumerable<(string Name, string Value)> variables, params string[] args) =>
        new(Directory.CreateTempSubdirectory("intercomrag-apphost-").FullName, args, variables);

    public static SampleRun StartOn(string dataDirectory, params string[] args) => new(dataDirectory, args, []);

    public Uri Api(string path) => new($"http://localhost:{ApiPort}{path}");

    public Uri Url(string resource, string path) => new(UrlsIn(Output).Last(match => match.Name == resource).Url + path);

    public async Task ReadyAsync()
    {
        await Eventually.HoldsAsync(() => _process.HasExited || Output.Contains("Everything is ready"), Deadline, TestContext.Current.CancellationToken);
        Output.ShouldContain("Everything is ready");
    }

    public Task<int> ExitCodeAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Deadline, TestContext.Current.CancellationToken);

    public async Task<int> StopAsync(int signal = PosixSignals.Terminate)
    {
        PosixSignals.Send(Id, signal);
        return await ExitCodeAsync();
    }

    public async Task<DescribedProcess> DescribeAsync(string resource)
    {
        // A connection for each call: replicas are chosen by connection.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return (await client.GetFromJsonAsync<DescribedProcess>(Url(resource, "/process"), TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        // Before the wait: whoever is left holds the output open.
        _mark.KillCarriers();
        await _process.DisposeAsync();
    }

    private static IEnumerable<(string Name, string Url)> UrlsIn(string output) =>
        TableRow().Matches(output).Select(match => (match.Groups["name"].Value, match.Groups["url"].Value));

    // "+ worker     healthy    http://localhost:39375"
    [GeneratedRegex(@"^. (?<name>\w+) +healthy +(?<url>\S+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TableRow();
}
