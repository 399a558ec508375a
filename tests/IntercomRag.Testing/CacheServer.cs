using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntercomRag.Testing;

/// <summary>A real server that speaks Redis's protocol: its own process, a free port, its data in a temporary folder that outlives a kill.</summary>
public abstract class CacheServer : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);
    private readonly StringBuilder _output = new();
    private Process? _process;

    protected CacheServer()
    {
        Port = FreePort();
        DataFolder = Directory.CreateTempSubdirectory("intercomrag-cache-").FullName;
        // A test host that ends without disposing must not leave servers behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
    }

    public int Port { get; }

    /// <summary>Address for <c>ConnectionStrings__cache</c>.</summary>
    public string ConnectionString => $"127.0.0.1:{Port}";

    protected string DataFolder { get; }

    /// <summary>Starts the process, or starts it again on the same port with the same data, and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (_process is { HasExited: false })
        {
            throw new InvalidOperationException($"The server on port {Port} is running.");
        }

        var start = Command();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = DataFolder;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        _process.OutputDataReceived += Collect;
        _process.ErrorDataReceived += Collect;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        await Eventually.HoldsAsync(
            async () => _process.HasExited || await AnswersAsync(cancellationToken),
            StartDeadline,
            cancellationToken,
            $"the server on port {Port} answers PING");
        if (_process.HasExited)
        {
            lock (_output)
            {
                throw new InvalidOperationException($"The server on port {Port} ended by itself with code {_process.ExitCode}:\n{_output}");
            }
        }
    }

    /// <summary>Ends the process with SIGKILL, as a crash would: nothing is flushed, nothing is saved.</summary>
    public async Task KillAsync(CancellationToken cancellationToken = default)
    {
        if (_process is null)
        {
            return;
        }

        End();
        await _process.WaitForExitAsync(cancellationToken);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Kills and starts again with what reached the disk.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await KillAsync(cancellationToken);
        await StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(DataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Program and arguments; the base class adds redirection.</summary>
    protected abstract ProcessStartInfo Command();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // +PONG when ready; -LOADING while Redis reads its append-only file.
    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync("PING\r\n"u8.ToArray(), cancellationToken);
        var answer = new byte[5];
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return answer.AsSpan().SequenceEqual("+PONG"u8);
    }

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }

    private void End()
    {
        try
        {
            _process?.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Ended by itself already.
        }
    }
}
