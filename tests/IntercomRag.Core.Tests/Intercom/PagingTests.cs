using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Intercom.Records;
using IntercomRag.Core.Intercom.Search;
using IntercomRag.Core.Tests.Intercom.Support;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class PagingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Articles_NextIsAnAddress_PageKnowsTheRest()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json(
            """
            {"type":"list","data":[{"id":"1"},{"id":"2"}],"total_count":3,
             "pages":{"type":"pages","page":1,"per_page":25,"total_pages":2,"next":"https://elsewhere.example/articles?per_page=25&page=2"}}
            """));

        var page = await host.Client.Articles.ListAsync(1, Cancellation);

        page.Items.Select(article => article.Id).ShouldBe(["1", "2"]);
        (page.Number, page.TotalPages, page.HasMore).ShouldBe((1, 2, true));
        host.Server.Requests.Single().ToString().ShouldBe("GET /articles?per_page=25&page=1");
    }

    [Theory]
    [InlineData("""{"data":[{"id":"1"}],"pages":{"page":2,"total_pages":2,"next":null}}""", 2, false)]
    [InlineData("""{"data":[{"id":"1"}],"pages":{"page":2,"total_pages":3,"next":null}}""", 3, true)]
    [InlineData("""{"data":[{"id":"1"}],"pages":{"next":{"page":3}}}""", 3, true)]
    [InlineData("""{"data":[{"id":"1"}],"pages":{"page":2}}""", 2, false)]
    [InlineData("""{"data":[{"id":"1"}],"pages":null}""", 2, false)]
    [InlineData("""{"data":[{"id":"1"}]}""", 2, false)]
    [InlineData("""{"data":[],"pages":{"page":9,"total_pages":3,"next":"/articles?page=10"}}""", 3, false)]
    public async Task Articles_AnyShapeOfPages_SaysWhetherMoreFollow(string answer, int totalPages, bool hasMore)
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json(answer));

        var page = await host.Client.Articles.ListAsync(2, Cancellation);

        (page.TotalPages, page.HasMore).ShouldBe((totalPages, hasMore));
    }

    [Fact]
    public async Task Articles_OnePageFails_TheNextCanBeRead()
    {
        await using var host = await IntercomHost.StartAsync(("Intercom:Attempts", "1"));
        host.Server.AnswersTo(request => request.Target.EndsWith("page=2", StringComparison.Ordinal)
            ? ScriptedAnswer.Json("<html>", 502)
            : ScriptedAnswer.Json("""{"data":[{"id":"1"}],"pages":{"total_pages":3}}"""));

        await Should.ThrowAsync<IntercomApiException>(() => host.Client.Articles.ListAsync(2, Cancellation));
        var page = await host.Client.Articles.ListAsync(3, Cancellation);

        page.Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Articles_AnswerWithoutList_IsAnErrorAndNotAnEmptyHelpCenter()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"type":"list"}"""));

        var exception = await Should.ThrowAsync<IntercomAnswerException>(() => host.Client.Articles.ListAsync(1, Cancellation));

        exception.Endpoint.ShouldBe("GET /articles");
    }

    [Fact]
    public async Task Collections_SeveralPages_AreReadOnceEach()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => ScriptedAnswer.Json(request.Target switch
        {
            "/help_center/collections?page=1" => """
                {"data":[{"id":"1","name":"A"},{"id":"2","name":"B","parent_id":"1"}],"pages":{"page":1,"total_pages":2,"next":"https://api.intercom.io/x?page=2"}}
                """,
            "/help_center/collections?page=2" => """
                {"data":[{"id":"2","name":"B","parent_id":"1"},{"id":"3","name":"C","parent_id":"2"}],"pages":{"page":2,"total_pages":2}}
                """,
            _ => """{"data":[]}""",
        }));

        var collections = await host.Client.HelpCenter.ListCollectionsAsync(Cancellation);

        collections.Select(collection => (collection.Id, collection.ParentId)).ShouldBe([("1", null), ("2", "1"), ("3", "2")]);
        host.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Collections_ServerIgnoresThePage_End()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"data":[{"id":"1","name":"A"}],"pages":{"next":"/help_center/collections?page=2"}}"""));

        var collections = await host.Client.HelpCenter.ListCollectionsAsync(Cancellation);

        collections.ShouldHaveSingleItem();
        host.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Conversations_Cursor_IsFollowedToTheEnd()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => ScriptedAnswer.Json((string?)request.Json["pagination"]!["starting_after"] switch
        {
            null => """{"type":"conversation.list","conversations":[{"id":"1"},{"id":"2"}],"pages":{"page":1,"total_pages":2,"next":{"page":2,"starting_after":"c+/="}}}""",
            "c+/=" => """{"type":"conversation.list","conversations":[{"id":"2"},{"id":"3"}],"pages":{"page":2,"total_pages":2,"next":null}}""",
            _ => """{"conversations":[]}""",
        }));

        var ids = await SearchAsync(host, SearchFilter.UpdatedSince(DateTimeOffset.FromUnixTimeSeconds(1768000000)));

        ids.ShouldBe(["1", "2", "3"]);
        host.Server.Requests.Select(request => request.Body).ShouldBe(
        [
            """{"query":{"field":"updated_at","operator":"\u003E","value":1768000000},"pagination":{"per_page":150}}""",
            """{"query":{"field":"updated_at","operator":"\u003E","value":1768000000},"pagination":{"per_page":150,"starting_after":"c\u002B/="}}""",
        ]);
    }

    [Fact]
    public async Task Conversations_GroupOfFilters_IsSentAsIntercomWantsIt()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"conversations":[]}"""));

        await SearchAsync(host, SearchFilter.All(SearchFilter.Where("open", "=", true), SearchFilter.Where("tag_ids", "IN", new[] { "1", "2" })));

        host.Server.Requests.Single().Json["query"]!.ToJsonString().ShouldBe(
            """{"operator":"AND","value":[{"field":"open","operator":"=","value":true},{"field":"tag_ids","operator":"IN","value":["1","2"]}]}""");
    }

    [Fact]
    public async Task Conversations_EmptyPageWithCursor_Ends()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"conversations":[],"pages":{"next":{"starting_after":"a"}}}"""));

        (await SearchAsync(host, SearchFilter.Where("open", "=", true))).ShouldBeEmpty();
        host.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Conversations_CursorComesBack_IsAnErrorAndNotALoop()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Json("""{"conversations":[{"id":"1"}],"pages":{"next":{"starting_after":"a"}}}"""));

        await Should.ThrowAsync<IntercomAnswerException>(() => SearchAsync(host, SearchFilter.Where("open", "=", true)));
        host.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task UnpagedLists_UnderAnyName_AreRead()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.AnswersTo(request => ScriptedAnswer.Json(request.Target switch
        {
            "/admins" => """{"type":"admin.list","admins":[{"type":"admin","id":"9001","name":"Tandem Assistant","team_ids":[5001],"has_inbox_seat":true}]}""",
            "/teams" => """{"type":"team.list","teams":[{"type":"team","id":5001,"name":"Support","admin_ids":[9001]}]}""",
            "/tags" => """{"type":"list","data":[{"type":"tag","id":"1","name":"VIP"}]}""",
            "/help_center/help_centers" => """{"type":"list","data":[{"id":"79","display_name":"Tandem","locales":["fr","en"]}]}""",
            "/me" => """{"type":"admin","id":"9001","app":{"type":"app","id_code":"demo","region":"EU","timezone":"Europe/Paris"}}""",
            _ => "{}",
        }));
        var client = host.Client;

        (await client.Teammates.ListAdminsAsync(Cancellation)).Single().TeamIds.ShouldBe(["5001"]);
        (await client.Teammates.ListTeamsAsync(Cancellation)).Single().AdminIds.ShouldBe(["9001"]);
        (await client.Teammates.GetMeAsync(Cancellation)).App!.Region.ShouldBe("EU");
        (await client.Tags.ListAsync(Cancellation)).ShouldBe([new IntercomTag { Id = "1", Name = "VIP" }]);
        (await client.HelpCenter.ListAsync(Cancellation)).Single().Locales.ShouldBe(["fr", "en"]);
    }

    private static async Task<List<string>> SearchAsync(IntercomHost host, SearchFilter filter)
    {
        var ids = new List<string>();
        await foreach (var conversation in host.Client.Conversations.SearchAsync(filter, Cancellation))
        {
            ids.Add(conversation.Id);
        }

        return ids;
    }
}
