using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using IntercomRag.AppHost.LocalHosting.Running;

namespace IntercomRag.AppHost.LocalHosting.Network;

/// <summary>The TCP ports of this machine.</summary>
internal static class Ports
{
    /// <summary>A port that nobody listens on now. The system hands them out in turn, so that two calls do not get the same one.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <exception cref="LocalHostException">A port that the model asks for is taken, or asked for twice.</exception>
    public static void EnsureFree(IEnumerable<Resource> resources)
    {
        var wanted = resources
            .SelectMany(resource => resource.Endpoints, (resource, endpoint) => (Resource: resource.Name, Port: endpoint.FixedPort))
            .Where(pair => pair.Port is not null)
            .ToList();

        if (wanted.GroupBy(pair => pair.Port).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new LocalHostException(
                $"Port {twice.Key} is wanted by {string.Join(" and by ", twice.Select(pair => $"'{pair.Resource}'"))}. {HowToMove(twice.Last().Resource)}");
        }

        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        foreach (var (resource, port) in wanted)
        {
            if (taken.Contains(port!.Value))
            {
                throw new LocalHostException(
                    $"Port {port}, which '{resource}' needs, is in use{PortHolder.Describe(port.Value)}. Stop what uses it, or: {HowToMove(resource)}");
            }
        }
    }

    // AppHost.cs reads the port of a resource from "<Resource>:Port".
    private static string HowToMove(string resource)
    {
        var section = char.ToUpperInvariant(resource[0]) + resource[1..];
        return $"choose another port with --{section}:Port NUMBER or with the environment variable {section}__Port=NUMBER.";
    }
}
