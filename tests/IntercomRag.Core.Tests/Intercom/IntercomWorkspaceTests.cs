using IntercomRag.Core.Conversations;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Tests.Intercom.Support;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class IntercomWorkspaceTests
{
    private const string Contact = """{"type":"contact","id":"a","role":"user","name":"Léa Petit"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetCustomer_ScopeMissing_IsReducedLoggedAndCachedBriefly()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => request.Target switch
        {
            "/contacts/a" => ScriptedAnswer.Json(Contact),
            "/contacts/a/companies?page=1" => ScriptedAnswer.Error(403, "forbidden"),
            _ => ScriptedAnswer.Json("""{"type":"list","data":[]}"""),
        });
        var cache = new RecordingCache();

        var customer = await Workspace(host, cache).GetCustomerAsync("a", Cancellation);

        (customer.Name, customer.Role).ShouldBe(("Léa Petit", CustomerRole.User));
        cache.Kept["contact:a"].ShouldBe(TimeSpan.FromSeconds(30));
        host.Log.Text.ShouldContain("GET /contacts/{id}/companies was answered with 403 forbidden");
        host.Log.Text.ShouldNotContain("Petit");
    }

    [Fact]
    public async Task GetCustomer_Complete_IsCachedForMinutes()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => ScriptedAnswer.Json(request.Target == "/contacts/a" ? Contact : """{"type":"list","data":[]}"""));
        var cache = new RecordingCache();

        await Workspace(host, cache).GetCustomerAsync("a", Cancellation);

        cache.Kept["contact:a"].ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("")]
    public async Task GetCustomer_GoneOrNotNamed_IsTheIdAlone(string id)
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Error(404, "not_found"));

        var customer = await Workspace(host, new RecordingCache()).GetCustomerAsync(id, Cancellation);

        (customer.Id, customer.Role, customer.Name, customer.Tags.Count).ShouldBe((id, CustomerRole.Visitor, null, 0));
    }

    private static IntercomWorkspace Workspace(IntercomHost host, RecordingCache cache) => new(
        host.Client, cache, new AssistantIdentity("9001"), new LoggerFactory([host.Log]).CreateLogger<IntercomWorkspace>());
}
