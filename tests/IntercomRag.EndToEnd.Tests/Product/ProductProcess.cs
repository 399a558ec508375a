using System.Diagnostics;
using System.Reflection;
using IntercomRag.Testing;
using IntercomRag.Testing.Processes;

namespace IntercomRag.EndToEnd.Tests.Product;

/// <summary>
/// The real app host with everything that it starts, on free ports, with its data in a temporary folder and nothing in its environment
/// but what the test gives it: a developer's own Intercom credentials must not turn a test into a talk with real customers.
/// </summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    // A loaded build machine takes its time; a few seconds are usual.
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(30);

    private readonly ProcessMark _mark = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("intercomrag-product-");
    private readonly TestProcess _process;

    private ProductProcess()
    {
        var ports = LocalPorts.Free(2);
        Api = new Uri($"http://localhost:{ports[0]}");
        Simulator = new Uri($"http://localhost:{ports[1]}");
        var start = new ProcessStartInfo("dotnet",
        [
            BuiltAppHost(), "--Api:Port", $"{ports[0]}", "--Simulator:Port", $"{ports[1]}", "--LocalHost:DataDirectory", _data.FullName,
        ]);
        var kept = new[] { "PATH", "HOME", "DOTNET_ROOT", "NUGET_PACKAGES" }.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        start.Environment.Clear();
        foreach (var (name, value) in kept.Where(pair => pair.Value is not null))
        {
            start.Environment[name] = value;
        }

        // So that what was said can be scored afterwards.
        Traces = Path.Combine(_data.FullName, "traces");
        start.Environment["Telemetry__Folder"] = Traces;
        start.Environment["Telemetry__CaptureText"] = "true";
        start.Environment.Add(_mark.Pair!);
        _process = new TestProcess(start) { Name = "The product" };
    }

    public Uri Api { get; }

    public Uri Simulator { get; }

    /// <summary>Folder of the spans of all processes.</summary>
    public string Traces { get; }

    /// <summary>What the app host and its services have written until now.</summary>
    public string Output => _process.Output;

    public static ProductProcess Start() => new();

    /// <summary>Waits until the output has a line that contains <paramref name="text"/>.</summary>
    /// <exception cref="InvalidOperationException">The process ended; the message has the whole output.</exception>
    /// <exception cref="TimeoutException">It took too long; the message has the whole output.</exception>
    public Task WaitForLineAsync(string text) => _process.WaitForOutputAsync(text, StartDeadline);

    /// <summary>Stops the product as Ctrl+C does, and checks that it ended well and completely.</summary>
    public async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            return;
        }

        PosixSignals.Send(_process.Id, PosixSignals.Terminate);
        (await _process.WaitForExitAsync().WaitAsync(StopDeadline)).ShouldBe(0, Output);
        // Where there is no /proc, the exit code has to do.
        _mark.Carriers.ShouldBeEmpty($"these processes outlived the product:\n{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        // Before the wait: whoever is left holds the output open.
        _mark.KillCarriers();
        await _process.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static string BuiltAppHost() =>
        typeof(ProductProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "AppHost").Value!;
}
