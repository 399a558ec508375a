using IntercomRag.Core.Storage.Sqlite;

namespace IntercomRag.Core.Tests.Storage.Sqlite;

public sealed class IndexEndpointTests
{
    [Theory]
    [InlineData("Endpoint=file:///var/lib/intercomrag/knowledge.db;Key=", "/var/lib/intercomrag/knowledge.db")]
    [InlineData("endpoint=file:///tmp/a%20b/k.db", "/tmp/a b/k.db")]
    public void PathIn_FileEndpoint_IsItsPath(string connectionString, string path) => IndexEndpoint.PathIn(connectionString).ShouldBe(path);

    [Theory]
    [InlineData(null, "not set")]
    [InlineData("  ", "not set")]
    [InlineData("nonsense", "no list")]
    [InlineData("Key=x", "no Endpoint")]
    [InlineData("Endpoint=knowledge.db", "no Endpoint")]
    [InlineData("Endpoint=/var/knowledge.db", "only the SQLite")]
    [InlineData("Endpoint=http://localhost:6334;Key=secret", "only the SQLite")]
    [InlineData("Endpoint=file:///var/lib/", "folder")]
    public void PathIn_AnythingElse_SaysWhatIsExpected(string? connectionString, string reason)
    {
        var message = Should.Throw<FormatException>(() => IndexEndpoint.PathIn(connectionString)).Message;

        message.ShouldContain("ConnectionStrings__vectors");
        message.ShouldContain(reason);
        message.ShouldNotContain("secret");
    }
}
