using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IntercomRag.Testing.Processes;

namespace IntercomRag.Testing;

/// <summary>A real server that speaks Redis's protocol: its own process, a free port, its data in a temporary folder that outlives a kill.</summary>
public abstract class CacheServer : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);
    private TestProcess? _process;

    protected CacheServer()
    {
        Port = LocalPorts.Free();
        DataFolder = Directory.CreateTempSubdirectory("intercomrag-cache-").FullName;
    }

    public int Port { get; }

    /// <summary>Address for <c>ConnectionStrings__cache</c>.</summary>
    public string ConnectionString => $"127.0.0.1:{Port}";

    /// <summary>Id of the running process; null when none runs.</summary>
    public int? ProcessId => _process is { HasExited: false } running ? running.Id : null;

    /// <summary>What the running process has written.</summary>
    public string Output => _process?.Output ?? "";

    protected string DataFolder { get; }

    /// <summary>Starts the process, or starts it again on the same port with the same data, and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (_process is { HasExited: false })
        {
            throw new InvalidOperationException($"The server on port {Port} is running.");
        }

        var start = Command();
        start.WorkingDirectory = DataFolder;
        _process = new TestProcess(start);
        await _process.WaitAsync(() => AnswersAsync(cancellationToken), $"the server on port {Port} runs a script", StartDeadline, cancellationToken);
    }

    /// <summary>Ends the process with SIGKILL, as a crash would: nothing is flushed, nothing is saved.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
        {
            return;
        }

        await _process.DisposeAsync();
        _process = null;
    }

    /// <summary>Kills and starts again with what reached the disk.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await KillAsync();
        await StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(DataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Program and arguments; the base class adds the working directory.</summary>
    protected abstract ProcessStartInfo Command();

    // :1 when ready; -LOADING while Redis reads its append-only file. A script, because Garnet compiles its way through the first one for seconds on
    // a busy machine, in which an operation of ours would run out of time.
    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync("*4\r\n$4\r\nEVAL\r\n$37\r\nreturn redis.call('EXISTS',KEYS[1])+1\r\n$1\r\n1\r\n$4\r\nnone\r\n"u8.ToArray(), cancellationToken);
        var answer = new byte[2];
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return answer.AsSpan().SequenceEqual(":1"u8);
    }
}
