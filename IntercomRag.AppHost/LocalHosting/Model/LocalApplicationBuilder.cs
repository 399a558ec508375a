using IntercomRag.AppHost.LocalHosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.AppHost.LocalHosting.Model;

/// <summary>The model as AppHost.cs describes it, with the settings of this host.</summary>
internal sealed class LocalApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly List<Resource> _resources = [];

    public LocalApplicationBuilder(string[] args)
    {
        // A generic host is never built from it: only its settings and its environment are of use.
        var host = Host.CreateApplicationBuilder(args);
        Configuration = host.Configuration;
        Environment = host.Environment;
        Options = new LocalHostOptions(Configuration);
    }

    public ConfigurationManager Configuration { get; }

    public IHostEnvironment Environment { get; }

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new();

    public LocalHostOptions Options { get; }

    public IReadOnlyList<Resource> Resources => _resources;

    public IResourceBuilder<T> Add<T>(T resource)
        where T : Resource
    {
        if (_resources.Exists(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DistributedApplicationException($"There already is a resource named '{resource.Name}'.");
        }

        _resources.Add(resource);
        return new ResourceBuilder<T>(resource);
    }

    /// <summary>A value from <c>Parameters:name</c>, where the name's hyphens may be underscores.</summary>
    public string? Parameter(string name) => Configuration[$"Parameters:{name}"] ?? Configuration[$"Parameters:{name.Replace('-', '_')}"];

    public DistributedApplication Build() => new(this);
}
