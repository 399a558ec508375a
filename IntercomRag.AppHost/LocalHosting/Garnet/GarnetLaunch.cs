using System.Diagnostics;
using System.Text.Json;
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
        var start = new ProcessStartInfo(DotnetHost.Path, [assembly, .. GarnetArguments.Of(cache.Tcp.Host, cache.Tcp.Port, directory), "--config-import-path", settings, "-q"]) { WorkingDirectory = directory };
        InheritedEnvironment.Clear(start.Environment);

        var probe = new RedisPing(cache.Tcp, cache.Password);
        return new Launch(cache.Name, start, probe.AskAsync);
    }

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
