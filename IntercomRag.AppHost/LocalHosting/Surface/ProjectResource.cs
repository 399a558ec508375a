namespace Aspire.Hosting.ApplicationModel;

/// <summary>A service of this solution.</summary>
public sealed class ProjectResource : Resource, IResourceWithEnvironment, IResourceWithEndpoints, IResourceWithWaitSupport
{
    internal ProjectResource(string name, IProjectMetadata metadata)
        : base(name) => Metadata = metadata;

    internal IProjectMetadata Metadata { get; }

    internal int Replicas { get; set; } = 1;
}
