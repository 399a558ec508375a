using IntercomRag.AppHost.LocalHosting.Garnet;
using IntercomRag.AppHost.LocalHosting.Health;
using IntercomRag.AppHost.LocalHosting.Model;
using IntercomRag.AppHost.LocalHosting.Network;
using IntercomRag.AppHost.LocalHosting.Processes;
using IntercomRag.AppHost.LocalHosting.Services;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.AppHost.LocalHosting.Running;

/// <summary>Turns the resources of the model into processes of this machine.</summary>
/// <param name="model">The model, its endpoints allocated.</param>
/// <param name="garnet">The assembly of Garnet; null when the model has no cache.</param>
/// <param name="probe">Asks health endpoints.</param>
/// <param name="colours">Whether services may colour their logs.</param>
internal sealed class LaunchPlanner(LocalApplicationBuilder model, string? garnet, HttpHealthProbe probe, bool colours)
{
    private readonly ServiceEnvironment _environment = new(model.Environment.IsDevelopment(), colours);

    // Several processes cannot share a port: each has its own, and the public one is forwarded to them.
    private readonly Dictionary<(Resource, int), Dictionary<string, int>> _ports = model.Resources.OfType<ProjectResource>()
        .SelectMany(project => Enumerable.Range(0, project.Replicas), (project, replica) => (project, replica))
        .ToDictionary(
            pair => ((Resource)pair.project, pair.replica),
            pair => pair.project.Endpoints.ToDictionary(endpoint => endpoint.Name, endpoint => pair.project.Replicas == 1 ? endpoint.Port : Ports.Free()));

    public IReadOnlyList<Launch> Plan(Resource resource) => resource switch
    {
        RedisResource cache => [GarnetLaunch.Create(cache, garnet!, model.Options.CacheDirectory)],
        ProjectResource project => [.. Enumerable.Range(0, project.Replicas)
            .Select(replica => ProjectLaunch.Create(project, replica, _ports[(project, replica)], _environment, probe))],

        // The index is a file that the services open themselves.
        _ => [],
    };

    public IEnumerable<PortForwarder> Forwarders(Action<string> say) =>
        from project in model.Resources.OfType<ProjectResource>()
        where project.Replicas > 1
        from endpoint in project.Endpoints
        select new PortForwarder(endpoint.Port, [.. Enumerable.Range(0, project.Replicas).Select(replica => _ports[(project, replica)][endpoint.Name])], say);
}
