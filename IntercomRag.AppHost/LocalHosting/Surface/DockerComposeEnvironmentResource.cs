namespace Aspire.Hosting.Docker;

/// <summary>The compose file that Aspire publishes. This host publishes nothing.</summary>
public sealed class DockerComposeEnvironmentResource : Resource
{
    internal DockerComposeEnvironmentResource(string name)
        : base(name)
    {
    }
}
