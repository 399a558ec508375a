using System.Diagnostics;
using System.Net;
using System.Text.Json;
using IntercomRag.AppHost.LocalHosting.Garnet;

namespace IntercomRag.Testing;

/// <summary>The Garnet of the repository's tool manifest, run as the app host runs it.</summary>
public sealed class GarnetServer : CacheServer
{
    private static readonly Lazy<string> Program = new(FindOrRestore);

    // Runs the tool's assembly itself: "dotnet tool run" would put a launcher between us and the process that a kill must hit.
    protected override ProcessStartInfo Command() =>
        new("dotnet", [Program.Value, .. GarnetArguments.Of(IPAddress.Loopback.ToString(), Port, DataFolder)]);

    private static string FindOrRestore()
    {
        var program = ToolPath();
        if (File.Exists(program))
        {
            return program;
        }

        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["tool", "restore"]) { WorkingDirectory = RepositoryRoot.Folder });
        restore!.WaitForExit();
        return File.Exists(program)
            ? program
            : throw new InvalidOperationException($"'dotnet tool restore' in {RepositoryRoot.Folder} did not bring {program}.");
    }

    private static string ToolPath()
    {
        // {"tools":{"garnet-server":{"version":"2.2.8","commands":["garnet-server"]}}}
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, ".config", "dotnet-tools.json")));
        var version = manifest.RootElement.GetProperty("tools").GetProperty("garnet-server").GetProperty("version").GetString()!;
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Path.Combine(packages, "garnet-server", version, "tools", "net10.0", "any", "GarnetServer.dll");
    }
}
