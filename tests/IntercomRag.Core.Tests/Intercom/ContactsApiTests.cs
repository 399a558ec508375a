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
        profile.Missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", 403, "forbidden")]
    [InlineData("/segments", 403, "forbidden")]
    [InlineData("/tags", 401, "unauthorized")]
    [InlineData("/companies?page=1", 404, "not_found")]
    public async Task GetProfile_OnePartRefused_HasTheOthersAndNamesIt(string part, int status, string code)
    {
        await using var host = await IntercomHost.StartAsync();
        AnswerParts(host, (part, ScriptedAnswer.Error(status, code)));

        var profile = await host.Client.Contacts.GetProfileAsync("a", Cancellation);

        profile.Contact.Id.ShouldBe("a");
        profile.Missing.ShouldHaveSingleItem().Endpoint.ShouldBe($"GET /contacts/{{id}}{part.Split('?')[0]}");
        (profile.Contact.Name, profile.Segments.Count, profile.Tags.Count, profile.Companies.Count).ShouldBe((
            part == "" ? null : "Léa Petit", part == "/segments" ? 0 : 1, part == "/tags" ? 0 : 1, part.StartsWith("/companies", StringComparison.Ordinal) ? 0 : 1));
    }

    [Fact]
    public async Task GetProfile_OnePartKeepsFailing_HasTheOthersAfterTheRetries()
    {
        await using var host = await IntercomHost.StartAsync(("Intercom:Attempts", "2"));
        AnswerParts(host, ("/tags", ScriptedAnswer.Error(500, "server_error")));

        var reading = host.Client.Contacts.GetProfileAsync("a", host.Deadline);
        await host.SleepsAfterAsync(eventId: 1102);
        host.Time.Advance(TimeSpan.FromSeconds(16));

        var profile = await reading;
        profile.Segments.ShouldHaveSingleItem();
        profile.Missing.ShouldHaveSingleItem().IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task GetProfile_ContactGone_IsTheIdAlone()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Error(404, "not_found"));

        var profile = await host.Client.Contacts.GetProfileAsync("a", Cancellation);

        (profile.Contact.Id, profile.Contact.Name, profile.Missing.Count).ShouldBe(("a", null, 0));
        host.Server.Requests.Count.ShouldBe(1);
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

    /// <summary>Contact <c>a</c> with one of everything, but for <paramref name="different"/>.</summary>
    private static void AnswerParts(IntercomHost host, (string Part, ScriptedAnswer Answer) different) =>
        host.Server.AnswersTo(request => request.Target["/contacts/a".Length..] switch
        {
            var part when part == different.Part => different.Answer,
            "" => ScriptedAnswer.Json("""{"type":"contact","id":"a","role":"user","name":"Léa Petit"}"""),
            "/segments" => ScriptedAnswer.Json("""{"type":"list","data":[{"type":"segment","id":"s","name":"VIP"}]}"""),
            "/tags" => ScriptedAnswer.Json("""{"type":"list","data":[{"type":"tag","id":"t","name":"Beta"}]}"""),
            _ => ScriptedAnswer.Json("""{"type":"list","companies":[{"id":"c","name":"Club"}]}"""),
        });

    private static ScriptedAnswer Merged(string? link)
    {
        var answer = ScriptedAnswer.Error(410, "contact_merged");
        return link is null ? answer : answer.With("Link", link);
    }
}
