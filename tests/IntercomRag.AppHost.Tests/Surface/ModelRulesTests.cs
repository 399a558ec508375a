using Aspire.Hosting;
using IntercomRag.AppHost.LocalHosting.Network;
using IntercomRag.AppHost.LocalHosting.Running;

namespace IntercomRag.AppHost.Tests.Surface;

/// <summary>What Aspire rejects must not pass here, or the first run under Aspire fails.</summary>
public sealed class ModelRulesTests
{
    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder([]);

    [Theory]
    [InlineData("cache")]
    [InlineData("my-cache-2")]
    [InlineData("C")]
    public void AddRedis_GoodName_IsTaken(string name) => _builder.AddRedis(name).Resource.Name.ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("2cache")]
    [InlineData("-cache")]
    [InlineData("cache-")]
    [InlineData("my--cache")]
    [InlineData("my_cache")]
    [InlineData("my cache")]
    [InlineData("câche")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345")]
    public void AddRedis_BadName_Throws(string name) => Should.Throw<ArgumentException>(() => _builder.AddRedis(name));

    [Fact]
    public void AddQdrant_NameInUse_ThrowsWhateverTheCase()
    {
        _builder.AddRedis("store");

        Should.Throw<DistributedApplicationException>(() => _builder.AddQdrant("Store")).Message.ShouldContain("'Store'");
    }

    [Fact]
    public void AddParameter_NameOfAResource_Throws()
    {
        _builder.AddRedis("store");

        Should.Throw<DistributedApplicationException>(() => _builder.AddParameter("store", secret: true));
    }

    [Fact]
    public void WithHttpEndpoint_Twice_Throws()
    {
        var service = _builder.AddProject<Nowhere>("service", launchProfileName: null).WithHttpEndpoint();

        Should.Throw<DistributedApplicationException>(() => service.WithHttpEndpoint(port: 1234)).Message.ShouldContain("'http'");
    }

    [Fact]
    public void WithHttpHealthCheck_BeforeTheEndpoint_Throws()
    {
        var service = _builder.AddProject<Nowhere>("service", launchProfileName: null);

        Should.Throw<DistributedApplicationException>(() => service.WithHttpHealthCheck("/health")).Message.ShouldContain("WithHttpEndpoint");
    }

    [Fact]
    public void AddParameter_SecretThatIsPublished_Throws() =>
        Should.Throw<ArgumentException>(() => _builder.AddParameter("token", "value", publishValueAsDefault: true, secret: true));

    [Fact]
    public void AddProject_WithALaunchProfile_ThrowsBecauseThisHostReadsNone() =>
        Should.Throw<ArgumentException>(() => _builder.AddProject<Nowhere>("service", launchProfileName: "https"));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void WithReplicas_NoReplica_Throws(int replicas) =>
        Should.Throw<ArgumentOutOfRangeException>(() => _builder.AddProject<Nowhere>("service", launchProfileName: null).WithReplicas(replicas));

    [Fact]
    public void EnsureFree_OnePortForTwoResources_NamesBoth()
    {
        var first = _builder.AddProject<Nowhere>("first", launchProfileName: null).WithHttpEndpoint(port: 5080);
        var second = _builder.AddProject<Nowhere>("second", launchProfileName: null).WithHttpEndpoint(port: 5080);

        var problem = Should.Throw<LocalHostException>(() => Ports.EnsureFree([first.Resource, second.Resource])).Message;

        problem.ShouldContain("'first' and by 'second'");
        problem.ShouldContain("--Second:Port");
    }

    private sealed class Nowhere : IProjectMetadata
    {
        public string ProjectPath => "/nowhere/Nowhere.csproj";

        string IProjectMetadata.AssemblyPath => "/nowhere/Nowhere.dll";
    }
}
