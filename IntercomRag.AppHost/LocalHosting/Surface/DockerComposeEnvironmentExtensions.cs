using Aspire.Hosting.Docker;
using IntercomRag.AppHost.LocalHosting.Model;

namespace Aspire.Hosting;

/// <summary>Docker Compose in the model.</summary>
public static class DockerComposeEnvironmentExtensions
{
    /// <summary>Not reached here: the local host never publishes.</summary>
    public static IResourceBuilder<DockerComposeEnvironmentResource> AddDockerComposeEnvironment(this IDistributedApplicationBuilder builder, string name) =>
        ((LocalApplicationBuilder)builder).Add(new DockerComposeEnvironmentResource(name));
}
