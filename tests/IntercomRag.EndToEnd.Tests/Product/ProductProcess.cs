using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using IntercomRag.Testing;

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

    private const string Mark = "END_TO_END_RUN";

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("intercomrag-product-");
    private readonly List<string> _lines = [];
    private readonly Process _process;
    private readonly Task _pumps;

    private ProductProcess()
    {
        var ports = FreePorts(2);
        Api = new Uri($"http://localhost:{ports[0]}");
        Simulator = new Uri($"http://localhost:{ports[1]}");
        var start = new ProcessStartInfo("dotnet",
        [
            BuiltAppHost(), "--Api:Port", $"{ports[0]}", "--Simulator:Port", $"{ports[1]}", "--LocalHost:DataDirectory", _data.FullName,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var kept = new[] { "PATH", "HOME", "DOTNET_ROOT", "NUGET_PACKAGES" }.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        start.Environment.Clear();
        foreach (var (name, value) in kept.Where(pair => pair.Value is not null))
        {
            start.Environment[name] = value;
        }

        start.Environment[Mark] = _mark;
        _process = Process.Start(start)!;
        // A test host that ends without disposing must not leave services behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
        _pumps = Task.WhenAll(PumpAsync(_process.StandardOutput), PumpAsync(_process.StandardError));
    }

    public Uri Api { get; }

    public Uri Simulator { get; }

    /// <summary>What the app host and its services have written until now.</summary>
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

    public static ProductProcess Start() => new();

    /// <summary>Waits until the output has a line that contains <paramref name="text"/>.</summary>
    /// <exception cref="InvalidOperationException">The process ended, or it took too long; the message has the whole output.</exception>
    public async Task WaitForLineAsync(string text)
    {
        try
        {
            await Eventually.HoldsAsync(() => _process.HasExited || Output.Contains(text, StringComparison.Ordinal), StartDeadline);
        }
        catch (TimeoutException)
        {
            throw Failed($"did not say '{text}' within {StartDeadline}");
        }

        if (!Output.Contains(text, StringComparison.Ordinal))
        {
            throw Failed($"ended with code {_process.ExitCode} before it said '{text}'");
        }
    }

    /// <summary>Stops the product as Ctrl+C does, and checks that it ended well and completely.</summary>
    public async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            End();
            await _process.WaitForExitAsync();
            return;
        }

        Signal(_process.Id, Terminate).ShouldBe(0);
        await _process.WaitForExitAsync().WaitAsync(StopDeadline);
        await _pumps.WaitAsync(StopDeadline);
        _process.ExitCode.ShouldBe(0, Output);
        Left().ShouldBeEmpty($"these processes outlived the product:\n{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        End();
        await _process.WaitForExitAsync();
        foreach (var id in Left())
        {
            _ = Signal(id, Kill);
        }

        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private void End()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Ended and disposed already.
        }
    }

    private InvalidOperationException Failed(string what) => new($"The product {what}. Its output:\n{Output}");

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

    // Children inherit the mark. Where there is no /proc, the exit code has to do.
    private List<int> Left() => OperatingSystem.IsLinux()
        ? [.. Directory.EnumerateDirectories("/proc")
            .Where(folder => EnvironmentOf(folder).Contains(_mark, StringComparison.Ordinal))
            .Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))]
        : [];

    private static string EnvironmentOf(string folder)
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(folder)[0]) ? File.ReadAllText(Path.Combine(folder, "environ")) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string BuiltAppHost() =>
        typeof(ProductProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "AppHost").Value!;

    // Held together until all are known, so that no port comes twice.
    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private const int Kill = 9;
    private const int Terminate = 15;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Signal(int process, int signal);
}
