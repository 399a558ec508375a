using IntercomRag.AppHost.LocalHosting.Model;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An endpoint of another resource, whose address is known once all ports are handed out.</summary>
public sealed class EndpointReference
{
    private readonly Resource _resource;
    private readonly string _name;

    internal EndpointReference(Resource resource, string name)
    {
        _resource = resource;
        _name = name;
    }

    internal LocalEndpoint Target => _resource.Endpoint(_name);
}
