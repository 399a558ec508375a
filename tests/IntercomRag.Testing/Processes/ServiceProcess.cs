using System.Diagnostics;

namespace IntercomRag.Testing.Processes;

/// <summary>Starts services of this solution as they were built with the tests.</summary>
public static class ServiceProcess
{
    /// <summary>The program of a project that was built with the same configuration: .../artifacts/bin/PROJECT/CONFIGURATION/PROJECT.dll</summary>
    public static string PathOf(string project)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(RepositoryRoot.Folder, "artifacts", "bin", project, configuration, $"{project}.dll");
    }

    /// <summary>Starts a service without waiting for it.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="settings">Environment variables.</param>
    public static TestProcess Start(string project, Uri address, IReadOnlyDictionary<string, string> settings)
    {
        var program = PathOf(project);
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new TestProcess(start) { Name = project };
    }
}
