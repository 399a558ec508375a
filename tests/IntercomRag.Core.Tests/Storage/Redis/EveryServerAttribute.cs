using System.Reflection;
using IntercomRag.Testing;
using Xunit.Sdk;
using Xunit.v3;

namespace IntercomRag.Core.Tests.Storage.Redis;

/// <summary>Runs a theory once on each kind of server; on Redis only where it is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryServerAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([
            new TheoryDataRow<ServerKind>(ServerKind.Garnet),
            new TheoryDataRow<ServerKind>(ServerKind.Redis) { Skip = RedisServer.Missing },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
