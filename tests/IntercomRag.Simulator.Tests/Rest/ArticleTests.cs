using System.Net;
using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests.Rest;

public sealed class ArticleTests
{
    [Fact]
    public async Task List_ByPageNumber_EndsWithAnEmptyPage()
    {
        await using var simulator = SimulatorHost.Start();

        var first = await simulator.RestAsync(HttpMethod.Get, "/articles?per_page=2");
        var second = await simulator.RestAsync(HttpMethod.Get, "/articles?per_page=2&page=2");
        var third = await simulator.RestAsync(HttpMethod.Get, "/articles?per_page=2&page=3");

        first.Texts("data", "id").ShouldBe(["1003", "1001"], "newest updated_at of the default language first");
        first.Text("pages.next").ShouldEndWith("/articles?page=2&per_page=2");
        Uri.IsWellFormedUriString(first.Text("pages.next"), UriKind.Absolute).ShouldBeTrue();
        first.At("pages.total_pages").GetInt32().ShouldBe(2);
        second.Texts("data", "id").ShouldBe(["1002"]);
        second.IsNull("pages.next").ShouldBeTrue();
        third.At("data").GetArrayLength().ShouldBe(0);
        third.At("total_count").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Get_Bilingual_ShowsTheDefaultLocaleAndOthersWithTheirOwnState()
    {
        await using var simulator = SimulatorHost.Start();

        var article = await simulator.RestAsync(HttpMethod.Get, "/articles/1001");

        article.Text("default_locale").ShouldBe("en");
        article.Text("title").ShouldBe("How do I cancel a booking?");
        article.Text("state").ShouldBe("published");
        article.Text("url").ShouldBe("https://help.tandem.example/en/articles/1001-how-do-i-cancel-a-booking");
        article.At("parent_ids.0").GetInt64().ShouldBe(602);
        article.At("author_id").GetInt64().ShouldBe(9002);
        article.Text("help_center_audience").ShouldBe("everyone");
        article.Text("statistics.type").ShouldBe("article_statistics");
        article.Text("translated_content.fr.title").ShouldBe("Annuler une réservation");
        article.Text("translated_content.fr.state").ShouldBe("draft");
        article.At("updated_at").GetInt64().ShouldBe(DateTimeOffset.Parse("2026-05-11T14:30:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Get_OnlyInTheOtherLanguage_HasThatAsItsDefault()
    {
        await using var simulator = SimulatorHost.Start();

        var article = await simulator.RestAsync(HttpMethod.Get, "/articles/1003");

        article.Text("default_locale").ShouldBe("fr");
        article.IsNull("url").ShouldBeTrue("a draft has no address");
        article.IsNull("translated_content.en").ShouldBeTrue();
        article.At("parent_ids").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Get_OldVersion_HasParentIdAndNoAudience()
    {
        await using var simulator = SimulatorHost.Start();
        simulator.Rest.DefaultRequestHeaders.Remove("Intercom-Version");
        simulator.Rest.DefaultRequestHeaders.Add("Intercom-Version", "2.12");

        var article = await simulator.RestAsync(HttpMethod.Get, "/articles/1001");

        article.At("parent_id").GetInt64().ShouldBe(602);
        article.Text("parent_type").ShouldBe("collection");
        article.Has("help_center_audience").ShouldBeFalse();
        article.Has("tags").ShouldBeFalse();
    }

    [Fact]
    public async Task Article_CreatedEditedAndDeleted_FollowsEachStep()
    {
        await using var simulator = SimulatorHost.Start();

        var created = await simulator.RestAsync(HttpMethod.Post, "/articles", new
        {
            title = "Invoices",
            author_id = 9002,
            body = "<p>Here.</p>",
            state = "published",
            parent_id = 601,
            translated_content = new { fr = new { title = "Factures", body = "<p>Ici.</p>", author_id = 9002, state = "draft" } },
        });
        var id = created.Text("id");
        var edited = await simulator.RestAsync(
            HttpMethod.Put, $"/articles/{id}", new { title = "Invoices and receipts", translated_content = new { fr = new { state = "published" } } });
        var deleted = await simulator.RestAsync(HttpMethod.Delete, $"/articles/{id}");
        using var gone = await simulator.Rest.GetAsync($"/articles/{id}", TestContext.Current.CancellationToken);

        created.Text("translated_content.fr.state").ShouldBe("draft");
        edited.Text("title").ShouldBe("Invoices and receipts");
        edited.Text("body").ShouldBe("<p>Here.</p>");
        edited.Text("translated_content.fr.state").ShouldBe("published");
        edited.Text("translated_content.fr.url").ShouldContain("/fr/articles/");
        deleted.At("deleted").GetBoolean().ShouldBeTrue();
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Search_Phrase_FindsWordsOfTitleAndBodyInAnObject()
    {
        await using var simulator = SimulatorHost.Start();

        var found = await simulator.RestAsync(HttpMethod.Get, "/articles/search?phrase=cancel%20class&state=published");

        found.Texts("data.articles", "id").ShouldBe(["1001"]);
    }

    [Fact]
    public async Task Collections_Nested_GiveTreeAndTranslations()
    {
        await using var simulator = SimulatorHost.Start();

        var page = await simulator.RestAsync(HttpMethod.Get, "/help_center/collections");
        var empty = await simulator.RestAsync(HttpMethod.Get, "/help_center/collections?page=2");
        var centers = await simulator.RestAsync(HttpMethod.Get, "/help_center/help_centers");

        page.At("data").GetArrayLength().ShouldBe(2);
        var parent = page.At("data").EnumerateArray().Single(one => one.Text("id") == "601");
        var child = page.At("data").EnumerateArray().Single(one => one.Text("id") == "602");
        parent.IsNull("parent_id").ShouldBeTrue();
        parent.At("help_center_id").GetInt64().ShouldBe(401);
        parent.Text("translated_content.fr.name").ShouldBe("Réservations");
        child.Text("parent_id").ShouldBe("601");
        child.IsNull("help_center_id").ShouldBeTrue();
        empty.At("data").GetArrayLength().ShouldBe(0);
        centers.At("data.0.locales").GetArrayLength().ShouldBe(2);
    }
}
