using IntercomRag.AppHost.LocalHosting.Model;

namespace Aspire.Hosting;

/// <summary>What most resources can be told.</summary>
public static class ResourceBuilderExtensions
{
    /// <summary>Gives a service the connection string of <paramref name="source"/> and the parts of its address.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source)
        where TDestination : IResourceWithEnvironment => builder.Reference((IReferencedResource)source.Resource);

    /// <summary>Sets a variable; null sets an empty one.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.Variable(name, () => value ?? "");

    /// <summary>Sets a variable to the value of a parameter.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => builder.Variable(name, () => parameter.Resource.Value);

    /// <summary>Sets a variable to the URL of an endpoint.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => builder.Variable(name, () => endpointReference.Target.Url);

    /// <summary>Starts this resource when <paramref name="dependency"/> is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport
    {
        builder.Model().WaitsFor.Add(dependency.Model());
        return builder;
    }

    /// <summary>Lets the resource listen for HTTP, on <paramref name="port"/> or on a free one.</summary>
    /// <exception cref="DistributedApplicationException">It already has an endpoint called http.</exception>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null)
        where T : IResourceWithEndpoints
    {
        var resource = builder.Model();
        if (resource.Endpoints.Exists(endpoint => endpoint.Name == LocalEndpoint.Http))
        {
            throw new DistributedApplicationException($"Resource '{resource.Name}' already has an endpoint '{LocalEndpoint.Http}'.");
        }

        resource.Endpoints.Add(new LocalEndpoint(LocalEndpoint.Http, port, LocalEndpoint.Http, "localhost"));
        return builder;
    }

    /// <summary>Does nothing here: what listens on this machine is reached from this machine.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints => builder;

    /// <summary>Calls the resource healthy while <paramref name="path"/> answers 200.</summary>
    /// <exception cref="DistributedApplicationException">It has no HTTP endpoint yet.</exception>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null)
        where T : IResourceWithEndpoints
    {
        var resource = builder.Model();
        if (!resource.Endpoints.Exists(endpoint => endpoint.Name == LocalEndpoint.Http))
        {
            throw new DistributedApplicationException(
                $"Resource '{resource.Name}' has no HTTP endpoint for a health check. Call WithHttpEndpoint before WithHttpHealthCheck.");
        }

        resource.HealthCheck = new HttpHealthCheck(path ?? "/");
        return builder;
    }

    /// <summary>Changes how the URL of an endpoint is shown.</summary>
    public static IResourceBuilder<T> WithUrlForEndpoint<T>(this IResourceBuilder<T> builder, string endpointName, Action<ResourceUrlAnnotation> callback)
        where T : IResource
    {
        builder.Model().UrlCallbacks.Add(urls =>
        {
            if (urls.Find(url => url.EndpointName == endpointName) is { } url)
            {
                callback(url);
            }
        });
        return builder;
    }

    /// <summary>Shows one more URL of an endpoint.</summary>
    public static IResourceBuilder<T> WithUrlForEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Func<EndpointReference, ResourceUrlAnnotation> callback)
        where T : IResourceWithEndpoints
    {
        builder.Model().UrlCallbacks.Add(urls => urls.Add(callback(builder.GetEndpoint(endpointName))));
        return builder;
    }

    /// <summary>Refers to an endpoint before it has an address.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => new(builder.Model(), name);
}
