using IntercomRag.Core.Intercom;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Tests.Intercom.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class WorkspaceHelpCenterTests
{
    private const string Admins = """{"type":"admin.list","admins":[{"type":"admin","id":"9002","name":"Camille Roy"}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindArticle_SeveralLanguages_HaveEachTheirOwnState()
    {
        await using var host = await StartAsync(
            """
            {"id":"7","title":"Plans","body":"<p>A</p>","author_id":9002,"state":"published","url":"https://help.tandem.example/en/articles/7","parent_ids":[3],
             "default_locale":"en","help_center_audience":"all_users","updated_at":1767225600,
             "translated_content":{"type":"article_translated_content","de":null,
               "en":{"type":"article_content","title":"Plans","body":"<p>A</p>","author_id":9002,"state":"published","url":"https://help.tandem.example/en/articles/7"},
               "fr":{"type":"article_content","title":"Offres","body":"<p>B</p>","author_id":1,"state":"draft","url":null}}}
            """);

        var article = (await HelpCenter(host).FindArticleAsync("7", Cancellation))!;

        (article.Id, article.Audience).ShouldBe(("7", Audience.AllUsers));
        article.CollectionIds.ShouldBe(["3"]);
        article.Contents.Select(content => (content.Locale, content.Title, content.BodyHtml, content.State, content.Url?.AbsolutePath, content.AuthorName)).ShouldBe(
            [("en", "Plans", "<p>A</p>", ArticleState.Published, "/en/articles/7", "Camille Roy"), ("fr", "Offres", "<p>B</p>", ArticleState.Draft, null, null)],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("\"default_locale\":\"fr\",\"url\":null", "fr")]
    [InlineData("\"url\":\"https://intercom.help/tandem/fr/articles/7-offres\"", "fr")]
    [InlineData("\"url\":\"https://help.tandem.example/pt-BR/articles/7\"", "pt-BR")]
    [InlineData("\"url\":null", "en")]
    public async Task FindArticle_OneLanguage_IsTheOneItSaysOrItsAddressShows(string members, string locale)
    {
        await using var host = await StartAsync("{\"id\":\"7\",\"title\":\"T\",\"body\":null,\"state\":\"published\"," + members + "}");

        var content = (await HelpCenter(host).FindArticleAsync("7", Cancellation))!.Contents.ShouldHaveSingleItem();

        (content.Locale, content.BodyHtml, content.State).ShouldBe((locale, "", ArticleState.Published));
    }

    [Theory]
    [InlineData("null", Audience.Everyone)]
    [InlineData("\"everyone\"", Audience.Everyone)]
    [InlineData("\"all_visitors_and_leads\"", Audience.AllVisitorsAndLeads)]
    [InlineData("\"restricted\"", Audience.Restricted)]
    [InlineData("\"a_circle_of_next_year\"", Audience.Restricted)]
    public async Task FindArticle_Audience_IsNeverWiderThanSaid(string word, Audience audience)
    {
        await using var host = await StartAsync("{\"id\":\"7\",\"help_center_audience\":" + word + "}");

        (await HelpCenter(host).FindArticleAsync("7", Cancellation))!.Audience.ShouldBe(audience);
    }

    [Fact]
    public async Task FindArticle_Unknown_IsNull()
    {
        await using var host = await StartAsync("""{"type":"error.list","errors":[{"code":"not_found","message":"Resource Not Found"}]}""", 404);

        (await HelpCenter(host).FindArticleAsync("7", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task ReadArticles_SeveralOfOneAuthor_AskForTheNamesOnce()
    {
        await using var host = await StartAsync("""{"data":[{"id":"1","author_id":9002},{"id":"2","author_id":"9002"},{"id":"3","author_id":5}],"pages":{"page":1,"total_pages":1}}""");
        var helpCenter = HelpCenter(host);

        var page = await helpCenter.ReadArticlesAsync(1, Cancellation);
        await helpCenter.ReadArticlesAsync(1, Cancellation);

        page.Articles.Select(article => article.Contents[0].AuthorName).ShouldBe(["Camille Roy", "Camille Roy", null]);
        host.Server.Requests.Count(request => request.Target == "/admins").ShouldBe(1);
    }

    [Fact]
    public async Task ReadArticles_AuthorsRefused_AreLeftOut()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => request.Target == "/admins"
            ? ScriptedAnswer.Json("""{"type":"error.list","errors":[{"code":"forbidden"}]}""", 403)
            : ScriptedAnswer.Json("""{"data":[{"id":"1","author_id":9002}]}"""));

        (await HelpCenter(host).ReadArticlesAsync(1, Cancellation)).Articles[0].Contents[0].AuthorName.ShouldBeNull();
    }

    [Fact]
    public async Task ReadCollections_NamesAndParents_AreTaken()
    {
        await using var host = await StartAsync(
            """
            {"data":[{"id":"1","name":"Members","default_locale":"en","translated_content":{"type":"group_translated_content","fr":{"type":"group_content","name":"Membres"},"de":null}},
                     {"id":"2","name":"Adhésions","parent_id":"1","url":"https://help.tandem.example/fr/collections/2-adhesions"}],"pages":{"page":1,"total_pages":1}}
            """);

        var collections = await HelpCenter(host).ReadCollectionsAsync(Cancellation);

        collections.Select(collection => (collection.Id, collection.ParentId, collection.NameIn("en"), collection.NameIn("fr")))
            .ShouldBe([("1", null, "Members", "Membres"), ("2", "1", "Adhésions", "Adhésions")]);
    }

    private static async Task<IntercomHost> StartAsync(string answer, int status = 200)
    {
        var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => request.Target == "/admins" ? ScriptedAnswer.Json(Admins) : ScriptedAnswer.Json(answer, status));
        return host;
    }

    private static WorkspaceHelpCenter HelpCenter(IntercomHost host) =>
        new(host.Client, new AuthorNames(host.Client, TimeProvider.System, NullLogger<AuthorNames>.Instance));
}
