using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.RegularExpressions;
using IntercomRag.AppHost.LocalHosting.Network;
using IntercomRag.AppHost.LocalHosting.Processes;
using IntercomRag.Testing;

namespace IntercomRag.AppHost.Tests.Running;

/// <summary>A run of AppHost.cs with sample services, in a process of its own, on free ports, with nothing in its environment but what a test gives it.</summary>
internal sealed partial class SampleRun : IAsyncDisposable
{
    // A loaded build machine takes its time to start five processes.
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private const string Mark = "SAMPLE_RUN";

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Task _pumps;

    private SampleRun(string dataDirectory, IEnumerable<string> args, IEnumerable<(string Name, string Value)> variables)
    {
        DataDirectory = dataDirectory;
        var host = typeof(SampleRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "SampleHost").Value!;
        var start = new ProcessStartInfo(DotnetHost.Path,
            [host, "--Api:Port", $"{ApiPort}", "--Simulator:Port", $"{SimulatorPort}", "--LocalHost:DataDirectory", dataDirectory, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        Inherited = new[] { "PATH", "HOME", "NUGET_PACKAGES" }
            .Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name)))
            .Where(pair => pair.Value is not null)
            .Select(pair => (pair.Name, pair.Value!))
            .Append((Mark, _mark))
            .Concat(variables)
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        start.Environment.Clear();
        foreach (var (name, value) in Inherited)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _pumps = Task.WhenAll(PumpAsync(_process.StandardOutput), PumpAsync(_process.StandardError));
    }

    public int ApiPort { get; } = Ports.Free();

    public int SimulatorPort { get; } = Ports.Free();

    public string DataDirectory { get; }

    /// <summary>All that the run itself was given.</summary>
    public IReadOnlyDictionary<string, string> Inherited { get; }

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>The processes that inherited this run's mark, itself left out.</summary>
    public IReadOnlyList<int> Children => [.. Marked().Where(id => id != Id)];

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

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Deadline, TestContext.Current.CancellationToken);
        await _pumps.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

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
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        foreach (var child in Children)
        {
            try
            {
                using var left = Process.GetProcessById(child);
                left.Kill();
            }
            catch (ArgumentException)
            {
                // It ended by itself meanwhile.
            }
        }

        _process.Dispose();
    }

    private async Task PumpAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }

    private IEnumerable<int> Marked()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && EnvironmentOf(folder).Contains(_mark))
            {
                yield return id;
            }
        }
    }

    private static string EnvironmentOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static IEnumerable<(string Name, string Url)> UrlsIn(string output) =>
        TableRow().Matches(output).Select(match => (match.Groups["name"].Value, match.Groups["url"].Value));

    // "+ worker     healthy    http://localhost:39375"
    [GeneratedRegex(@"^. (?<name>\w+) +healthy +(?<url>\S+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TableRow();
}
