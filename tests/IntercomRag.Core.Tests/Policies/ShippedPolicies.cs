using IntercomRag.Core.Policies;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Policies;

/// <summary>The policy folder of the repository: what users get.</summary>
public static class ShippedPolicies
{
    public static string Folder { get; } = PolicyFolder.Shipped;

    public static PolicySet Set { get; } = PolicyReader.Read(Folder);
}
