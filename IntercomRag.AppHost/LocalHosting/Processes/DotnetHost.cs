using System.Runtime.InteropServices;

namespace IntercomRag.AppHost.LocalHosting.Processes;

/// <summary>The <c>dotnet</c> that runs this process, which need not be the first on the PATH.</summary>
internal static class DotnetHost
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        // /usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.12/ -> /usr/share/dotnet/dotnet
        var root = System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..");
        var host = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }
}
