using IntercomRag.AppHost.LocalHosting.Model;

namespace Aspire.Hosting;

/// <summary>Qdrant in the model.</summary>
public static class QdrantBuilderExtensions
{
    /// <summary>Adds the knowledge index, a file in the data folder.</summary>
    public static IResourceBuilder<QdrantServerResource> AddQdrant(this IDistributedApplicationBuilder builder, string name)
    {
        var local = (LocalApplicationBuilder)builder;
        return local.Add(new QdrantServerResource(name, local.Options.KnowledgeFile));
    }

    /// <summary>Does nothing here: the file stays in the data folder.</summary>
    public static IResourceBuilder<QdrantServerResource> WithDataVolume(this IResourceBuilder<QdrantServerResource> builder, string? name = null) => builder;

    /// <summary>Gives a service the connection strings and the parts of the index's address.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<QdrantServerResource> qdrantResource)
        where TDestination : IResourceWithEnvironment => builder.Reference(qdrantResource.Resource);
}
