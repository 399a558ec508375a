using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using IntercomRag.AppHost.LocalHosting.Processes;
using IntercomRag.AppHost.LocalHosting.Running;

namespace IntercomRag.AppHost.LocalHosting.Garnet;

/// <summary>The Garnet of .config/dotnet-tools.json. Its assembly is started itself: <c>dotnet tool run</c> would stand between it and its lifeline.</summary>
internal static class GarnetTool
{
    private const string Name = "garnet-server";
    private const string Manifest = ".config/dotnet-tools.json";

    /// <summary>The path of its assembly, after <c>dotnet tool restore</c> if it is not there yet.</summary>
    /// <exception cref="LocalHostException">It cannot be restored.</exception>
    public static async Task<string> FindAsync(LocalHostOptions options, Action<string> say, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(options.PackageRoot, Name, Version(options), "tools");
        if (Assembly(folder) is { } restored)
        {
            return restored;
        }

        say($"Restoring the dotnet tool {Name} {Version(options)}, once ...");
        var output = await RestoreAsync(options.RepositoryRoot, cancellationToken);
        return Assembly(folder) ?? throw new LocalHostException(
            $"The dotnet tool {Name}, which runs the cache, could not be restored. Run `dotnet tool restore` in '{options.RepositoryRoot}' and mend what it reports"
            + $" (usually the network or nuget.config). It said:{Environment.NewLine}{output}");
    }

    // { "tools": { "garnet-server": { "version": "2.2.8", "commands": ["garnet-server"] } } }
    private static string Version(LocalHostOptions options)
    {
        var path = Path.Combine(options.RepositoryRoot, Manifest);
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllText(path));
            return manifest.RootElement.GetProperty("tools").GetProperty(Name).GetProperty("version").GetString()!;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new LocalHostException($"'{path}' has to name the version of the dotnet tool {Name}, but could not be read: {e.Message}");
        }
    }

    // <Command Name="garnet-server" EntryPoint="GarnetServer.dll" Runner="dotnet" />
    private static string? Assembly(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var settings = Directory.EnumerateFiles(folder, "DotnetToolSettings.xml", SearchOption.AllDirectories).Max(StringComparer.Ordinal);
        return settings is not null && XDocument.Load(settings).Descendants("Command").FirstOrDefault()?.Attribute("EntryPoint")?.Value is { } entryPoint
            ? Path.Combine(Path.GetDirectoryName(settings)!, entryPoint)
            : null;
    }

    private static async Task<string> RestoreAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, ["tool", "restore"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        InheritedEnvironment.Clear(start.Environment);

        using var restore = Process.Start(start)!;
        try
        {
            var output = restore.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = restore.StandardError.ReadToEndAsync(cancellationToken);
            await restore.WaitForExitAsync(cancellationToken);
            return (await errors + await output).Trim();
        }
        finally
        {
            if (!restore.HasExited)
            {
                restore.Kill(entireProcessTree: true);
            }
        }
    }
}
