using System.Globalization;
using IntercomRag.AppHost.LocalHosting.Model;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server of the Redis protocol: Garnet, on this host.</summary>
public sealed class RedisResource : Resource, IResourceWithConnectionString, IReferencedResource
{
    internal RedisResource(string name, string password)
        : base(name)
    {
        Password = password;
        Endpoints.Add(new LocalEndpoint("tcp", fixedPort: null, "redis", IPv4Loopback));
    }

    // Garnet listens on IPv4 alone; "localhost" may mean ::1 first.
    private const string IPv4Loopback = "127.0.0.1";

    internal string Password { get; }

    internal LocalEndpoint Tcp => Endpoints[0];

    IEnumerable<KeyValuePair<string, string>> IReferencedResource.Variables()
    {
        var port = Tcp.Port.ToString(CultureInfo.InvariantCulture);
        yield return new($"ConnectionStrings__{Name}", $"{Tcp.Host}:{port},password={Password}");

        var prefix = ResourceName.AsVariable(Name);
        yield return new($"{prefix}_HOST", Tcp.Host);
        yield return new($"{prefix}_PORT", port);
        yield return new($"{prefix}_PASSWORD", Password);
        yield return new($"{prefix}_URI", $"redis://:{Uri.EscapeDataString(Password)}@{Tcp.Host}:{port}");
    }
}
