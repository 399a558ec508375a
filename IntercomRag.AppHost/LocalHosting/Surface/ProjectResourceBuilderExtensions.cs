using IntercomRag.AppHost.LocalHosting.Model;

namespace Aspire.Hosting;

/// <summary>Services of this solution in the model.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a service. This host reads no launch profiles: null is the only one it knows.</summary>
    /// <exception cref="ArgumentException"><paramref name="launchProfileName"/> is not null.</exception>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
        where TProject : IProjectMetadata, new()
    {
        if (launchProfileName is not null)
        {
            throw new ArgumentException($"The local host reads no launch profile, but '{name}' asks for '{launchProfileName}'.", nameof(launchProfileName));
        }

        return ((LocalApplicationBuilder)builder).Add(new ProjectResource(name, new TProject()));
    }

    /// <summary>Runs the service in as many processes, behind one port.</summary>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        builder.Resource.Replicas = replicas;
        return builder;
    }
}
