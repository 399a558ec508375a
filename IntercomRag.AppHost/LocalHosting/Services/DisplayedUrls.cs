using IntercomRag.AppHost.LocalHosting.Model;

namespace IntercomRag.AppHost.LocalHosting.Services;

/// <summary>The URLs of a resource as people are to see them.</summary>
internal static class DisplayedUrls
{
    /// <summary>One for each HTTP endpoint, changed and added to as the model says. Those without a text are for machines.</summary>
    public static IReadOnlyList<ResourceUrlAnnotation> Of(Resource resource)
    {
        var urls = resource.Endpoints
            .Where(endpoint => endpoint.Name == LocalEndpoint.Http)
            .Select(endpoint => new ResourceUrlAnnotation { Url = endpoint.Url, EndpointName = endpoint.Name })
            .ToList();
        resource.UrlCallbacks.ForEach(change => change(urls));

        foreach (var url in urls.Where(url => url.Url.StartsWith('/')))
        {
            url.Url = resource.Endpoint(LocalEndpoint.Http).Url + url.Url;
        }

        return urls;
    }
}
