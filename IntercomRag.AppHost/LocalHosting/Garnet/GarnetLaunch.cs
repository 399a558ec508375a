using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IntercomRag.AppHost.LocalHosting.Model;
using IntercomRag.AppHost.LocalHosting.Processes;

namespace IntercomRag.AppHost.LocalHosting.Garnet;

/// <summary>How Garnet is started in the place of Redis.</summary>
internal static class GarnetLaunch
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Launch Create(RedisResource cache, string assembly, string directory)
    {
        Directory.CreateDirectory(directory);
        var settings = WritePassword(cache.Password, directory);
        var start = new ProcessStartInfo(DotnetHost.Path, [assembly, .. Arguments(cache.Tcp, settings, directory)]) { WorkingDirectory = directory };
        InheritedEnvironment.Clear(start.Environment);

        var probe = new RedisPing(cache.Tcp, cache.Password);
        return new Launch(cache.Name, start, probe.AskAsync);
    }

    private static string[] Arguments(LocalEndpoint endpoint, string settings, string directory) =>
    [
        "--bind", endpoint.Host,
        "--port", endpoint.Port.ToString(CultureInfo.InvariantCulture),
        "--config-import-path", settings,

        "-q",

        // The inbox is a set of Lua scripts; without the transaction mode, commands of two scripts on the same keys interleave.
        "--lua", "--lua-transaction-mode",

        // What was acknowledged is on disk, and is there again after a restart. Without the wait, a kill loses up to a few dozen writes.
        "--aof", "--aof-commit-wait", "--checkpointdir", directory, "--recover",

        // Each connection that waits for the disk holds a thread: with the default number, eight connections get 20 writes a second.
        "--minthreads", "32",

        // The default memory is 16 GB. A full one drops the oldest keys without a word, unless they may move to disk.
        "--memory", "256m", "--storage-tier", "--logdir", directory,

        // The default device wants libaio installed.
        "--device-type", "RandomAccess",
    ];

    // Any user of this machine can read another's command line; this file only its owner.
    private static string WritePassword(string password, string directory)
    {
        var path = Path.Combine(directory, "garnet.conf");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, new { AuthenticationMode = "Password", Password = password });
        return path;
    }
}
