using IntercomRag.AppHost.LocalHosting.Model;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The knowledge index: a SQLite file on this host, so its URLs are file URLs and there are no ports and no key.</summary>
public sealed class QdrantServerResource : Resource, IResourceWithConnectionString, IReferencedResource
{
    internal QdrantServerResource(string name, string path)
        : base(name) => Path = path;

    internal string Path { get; }

    internal string Url => new Uri(Path).AbsoluteUri;

    IEnumerable<KeyValuePair<string, string>> IReferencedResource.Variables()
    {
        yield return new($"ConnectionStrings__{Name}", $"Endpoint={Url};Key=");
        yield return new($"ConnectionStrings__{Name}_http", $"Endpoint={Url};Key=");

        var prefix = ResourceName.AsVariable(Name);
        foreach (var part in new[] { "GRPCHOST", "GRPCPORT", "HTTPHOST", "HTTPPORT", "APIKEY" })
        {
            yield return new($"{prefix}_{part}", "");
        }

        yield return new($"{prefix}_URI", Url);
        yield return new($"{prefix}_HTTPURI", Url);
    }
}
