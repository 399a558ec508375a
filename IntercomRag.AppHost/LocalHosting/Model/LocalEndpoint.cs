using IntercomRag.AppHost.LocalHosting.Network;

namespace IntercomRag.AppHost.LocalHosting.Model;

/// <summary>A port that a resource listens on.</summary>
/// <param name="name">How the model calls it.</param>
/// <param name="fixedPort">The port that the model asks for; null for any free one.</param>
/// <param name="scheme">The scheme of its URL.</param>
/// <param name="host">The host of its URL.</param>
internal sealed class LocalEndpoint(string name, int? fixedPort, string scheme, string host)
{
    public const string Http = "http";

    private int? _port;

    public string Name => name;

    public int? FixedPort => fixedPort;

    public string Host => host;

    /// <summary>The port that others connect to, known once <see cref="Allocate"/> has run.</summary>
    public int Port => _port ?? throw new InvalidOperationException($"Endpoint '{name}' has no port yet.");

    public string Url => $"{scheme}://{host}:{Port}";

    public void Allocate() => _port ??= fixedPort ?? Ports.Free();
}
