using System.Diagnostics;

namespace IntercomRag.Testing;

/// <summary>Debian's redis-server, with its append-only file.</summary>
/// <param name="fsync">
/// <c>appendfsync</c>. With <c>everysec</c> Redis answers before it writes whenever the last fsync is still under way, so a kill can lose what
/// was acknowledged.
/// </param>
public sealed class RedisServer(string fsync = "always") : CacheServer
{
    private const string Program = "redis-server";

    /// <summary>Null when redis-server is installed, else the message to skip the test with.</summary>
    public static string? Missing { get; } = FindProgram() is null
        ? $"{Program} is not on the PATH; install the package {Program} to run this test on Redis too."
        : null;

    protected override ProcessStartInfo Command() => new(FindProgram() ?? throw new InvalidOperationException(Missing),
    [
        "--port", $"{Port}", "--bind", "127.0.0.1", "--dir", DataFolder, "--save", "", "--appendonly", "yes",
        "--appendfsync", fsync,
    ]);

    private static string? FindProgram() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, Program))
            .FirstOrDefault(File.Exists);
}
