using IntercomRag.AppHost.LocalHosting.Model;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What all resources have.</summary>
public abstract class Resource : IResource
{
    private protected Resource(string name)
    {
        ResourceName.Check(name);
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    internal List<LocalEndpoint> Endpoints { get; } = [];

    internal List<Resource> WaitsFor { get; } = [];

    /// <summary>Variables in the order in which the model states them; read when all endpoints have their ports. A later one wins.</summary>
    internal List<Func<IEnumerable<KeyValuePair<string, string>>>> Environment { get; } = [];

    /// <summary>Turns the URLs of the endpoints into those that people see.</summary>
    internal List<Action<List<ResourceUrlAnnotation>>> UrlCallbacks { get; } = [];

    internal HttpHealthCheck? HealthCheck { get; set; }

    internal LocalEndpoint Endpoint(string name) =>
        Endpoints.Find(endpoint => endpoint.Name == name)
        ?? throw new DistributedApplicationException($"Resource '{Name}' has no endpoint '{name}'.");
}
