using System.Net;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Tests.Intercom.Support;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class ContactsApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetProfile_MergedContact_ReadsTheOneThatRemains()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => request.Target switch
        {
            "/contacts/old" => Merged("</contacts/other>; rel=\"next\", <https://elsewhere.example/contacts/new>; rel=\"canonical\""),
            "/contacts/new" => ScriptedAnswer.Json("""{"type":"contact","id":"new","role":"user","name":"Léa Petit","custom_attributes":{"plan":"pro"}}"""),
            "/contacts/new/segments" => ScriptedAnswer.Json("""{"type":"list","data":[{"type":"segment","id":"s","name":"VIP"}]}"""),
            "/contacts/new/tags" => ScriptedAnswer.Json("""{"type":"list","data":[{"type":"tag","id":"t","name":"Beta"}]}"""),
            "/contacts/new/companies?page=1" => ScriptedAnswer.Json("""{"type":"list","companies":[{"id":"c","name":"Club"}],"pages":{"page":1,"total_pages":1,"next":null}}"""),
            _ => ScriptedAnswer.Error(404, "not_found"),
        });

        var profile = await host.Client.Contacts.GetProfileAsync("old", Cancellation);

        profile.Contact.Name.ShouldBe("Léa Petit");
        profile.Segments.Single().Name.ShouldBe("VIP");
        profile.Tags.Single().Name.ShouldBe("Beta");
        profile.Companies.Single().Name.ShouldBe("Club");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("</contacts/old>; rel=\"canonical\"")]
    [InlineData("<https://elsewhere.example/contacts/x>; rel=\"next\"")]
    [InlineData("</admins/9001>; rel=\"canonical\"")]
    public async Task Get_MergedIntoNothingUsable_IsAnError(string? link)
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(Merged(link));

        var exception = await Should.ThrowAsync<IntercomApiException>(() => host.Client.Contacts.GetAsync("old", Cancellation));

        exception.Status.ShouldBe(HttpStatusCode.Gone);
        exception.Code.ShouldBe("contact_merged");
        host.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Get_MergedInACircle_Ends()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => Merged(request.Target == "/contacts/a" ? "</contacts/b>; rel=\"canonical\"" : "</contacts/a>; rel=\"canonical\""));

        await Should.ThrowAsync<IntercomApiException>(() => host.Client.Contacts.GetAsync("a", Cancellation));
    }

    private static ScriptedAnswer Merged(string? link)
    {
        var answer = ScriptedAnswer.Error(410, "contact_merged");
        return link is null ? answer : answer.With("Link", link);
    }
}
