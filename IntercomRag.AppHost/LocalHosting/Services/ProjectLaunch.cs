using System.Diagnostics;
using IntercomRag.AppHost.LocalHosting.Health;
using IntercomRag.AppHost.LocalHosting.Model;
using IntercomRag.AppHost.LocalHosting.Processes;
using IntercomRag.AppHost.LocalHosting.Running;

namespace IntercomRag.AppHost.LocalHosting.Services;

/// <summary>How a service of this solution is started: its built assembly, in its project's folder, where its appsettings.json is.</summary>
internal static class ProjectLaunch
{
    /// <param name="project">The service.</param>
    /// <param name="replica">0 for the first process of it.</param>
    /// <param name="ports">The port of each of its endpoints for this very process.</param>
    /// <param name="environment">What every service is told.</param>
    /// <param name="probe">Asks its health endpoint.</param>
    public static Launch Create(ProjectResource project, int replica, IReadOnlyDictionary<string, int> ports, ServiceEnvironment environment, HttpHealthProbe probe)
    {
        var assembly = project.Metadata.AssemblyPath;
        if (!File.Exists(assembly))
        {
            throw new LocalHostException($"'{project.Name}' is not built: '{assembly}' does not exist. Build the solution, or start with dotnet run, which does.");
        }

        var start = new ProcessStartInfo(DotnetHost.Path, [assembly]) { WorkingDirectory = Path.GetDirectoryName(project.Metadata.ProjectPath) };
        environment.Apply(start.Environment, project, ports);

        var health = project.HealthCheck is { } check ? new Uri($"http://localhost:{ports[LocalEndpoint.Http]}{check.Path}") : null;
        return new Launch(
            project.Replicas == 1 ? project.Name : $"{project.Name}-{replica + 1}",
            start,
            health is null ? null : cancellationToken => probe.AskAsync(health, cancellationToken));
    }
}
