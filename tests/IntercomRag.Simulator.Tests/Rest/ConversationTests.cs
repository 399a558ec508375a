using System.Net;
using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests.Rest;

public sealed class ConversationTests
{
    [Fact]
    public async Task Get_NewConversation_HasItsMessageInTheSource()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync("Bonjour & merci");

        var conversation = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");

        conversation.Text("id").ShouldBe(id);
        long.Parse(id, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(int.MaxValue);
        conversation.Text("source.body").ShouldBe("<p>Bonjour &amp; merci</p>");
        conversation.Text("source.author.type").ShouldBe("user");
        conversation.Text("source.delivered_as").ShouldBe("customer_initiated");
        conversation.At("conversation_parts.total_count").GetInt32().ShouldBe(0);
        conversation.Text("contacts.contacts.0.id").ShouldBe(SimulatorHost.Lea);
        conversation.Text("contacts.contacts.0.external_id").ShouldBe("member-1");
        conversation.At("waiting_since").GetInt64().ShouldBe(conversation.At("created_at").GetInt64());
    }

    [Theory]
    [InlineData("2.16", "0", "none", true)]
    [InlineData("2.15", "", "not_priority", true)]
    [InlineData("2.10", "", "not_priority", false)]
    public async Task Get_OfVersion_HasTheShapeOfThatVersion(string version, string assignee, string priority, bool hasPartState)
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await simulator.WriteAsync(id, "Encore");
        simulator.Rest.DefaultRequestHeaders.Remove("Intercom-Version");
        simulator.Rest.DefaultRequestHeaders.Add("Intercom-Version", version);

        var conversation = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");

        conversation.At("admin_assignee_id").ToString().ShouldBe(assignee);
        conversation.Text("priority").ShouldBe(priority);
        conversation.At("conversation_parts.conversation_parts.0").Has("state").ShouldBe(hasPartState);
    }

    [Fact]
    public async Task Get_DisplayAsPlaintext_GivesTextInSourceAndParts()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync("Un <b> & deux");
        await simulator.ReplyAsAssistantAsync(id, "<p>Voir <a href=\"https://help.tandem.example/x\">l'article</a></p>");

        var conversation = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}?display_as=plaintext");

        conversation.Text("source.body").ShouldBe("Un <b> & deux");
        conversation.Text("conversation_parts.conversation_parts.0.body").ShouldBe("Voir l'article (https://help.tandem.example/x)");
    }

    [Fact]
    public async Task Get_MoreThan500Parts_GivesTheNewest500()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync("message 0");
        for (var number = 1; number <= 510; number++)
        {
            await simulator.WriteAsync(id, $"message {number}");
        }

        var conversation = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}?display_as=plaintext");
        var everything = await simulator.ControlAsync(HttpMethod.Get, $"/conversations/{id}");

        var bodies = conversation.Texts("conversation_parts.conversation_parts", "body");
        bodies.Count.ShouldBe(500);
        bodies[0].ShouldBe("message 11");
        bodies[^1].ShouldBe("message 510");
        conversation.Text("source.body").ShouldBe("message 0");
        everything.At("parts").GetArrayLength().ShouldBe(511);
    }

    [Fact]
    public async Task List_WithCursor_GivesEveryConversationOnce()
    {
        await using var simulator = SimulatorHost.Start();
        var started = new List<string>();
        for (var number = 0; number < 7; number++)
        {
            started.Add(await simulator.StartConversationAsync($"message {number}"));
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await simulator.RestAsync(HttpMethod.Get, $"/conversations?per_page=3{(cursor is null ? "" : $"&starting_after={Uri.EscapeDataString(cursor)}")}");
            page.Text("type").ShouldBe("conversation.list");
            page.At("total_count").GetInt32().ShouldBe(7);
            page.At("pages.total_pages").GetInt32().ShouldBe(3);
            seen.AddRange(page.Texts("conversations", "id"));
            page.At("conversations.0").Has("conversation_parts").ShouldBeFalse();
            cursor = page.IsNull("pages.next") ? null : page.Text("pages.next.starting_after");
        }
        while (cursor is not null);

        seen.ShouldBe(started.AsEnumerable().Reverse(), "newest first");
    }

    [Theory]
    [InlineData("/conversations?per_page=151", "per_page")]
    [InlineData("/conversations?per_page=0", "per_page")]
    [InlineData("/conversations?starting_after=abc", "starting_after")]
    public async Task List_WithBadPaging_Is400NamingTheParameter(string path, string field)
    {
        await using var simulator = SimulatorHost.Start();

        using var response = await simulator.Rest.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"\"field\":\"{field}\"");
    }

    [Fact]
    public async Task Put_CustomAttributes_AddsAPartForEachAndSetsThem()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();

        await simulator.RestAsync(
            HttpMethod.Put, $"/conversations/{id}", new { read = true, custom_attributes = new { rag_outcome = "answered", rag_confidence = 0.82 } });
        var conversation = await simulator.RestAsync(
            HttpMethod.Put, $"/conversations/{id}", new { custom_attributes = new { rag_outcome = "escalated" } });

        conversation.At("read").GetBoolean().ShouldBeTrue();
        conversation.Text("custom_attributes.rag_outcome").ShouldBe("escalated");
        conversation.At("custom_attributes.rag_confidence").GetDouble().ShouldBe(0.82);
        conversation.Texts("conversation_parts.conversation_parts", "part_type")
            .ShouldBe(Enumerable.Repeat("conversation_attribute_updated_by_admin", 3));
        conversation.Text("conversation_parts.conversation_parts.2.event_details.value.name").ShouldBe("escalated");
        conversation.Text("conversation_parts.conversation_parts.2.event_details.value.previous").ShouldBe("answered");
        conversation.At("waiting_since").GetInt64().ShouldBeGreaterThan(0, "an attribute is no answer");
    }

    [Fact]
    public async Task Tags_AddAndRemove_ShowOnTheConversation()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        var tag = await simulator.RestAsync(HttpMethod.Post, "/tags", new { name = "bot-off" });
        var again = await simulator.RestAsync(HttpMethod.Post, "/tags", new { name = "Bot-Off" });
        again.Text("id").ShouldBe(tag.Text("id"), "names are compared without case");

        await simulator.RestAsync(HttpMethod.Post, $"/conversations/{id}/tags", new { id = tag.Text("id"), admin_id = "9001" });
        var tagged = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");
        await simulator.RestAsync(HttpMethod.Delete, $"/conversations/{id}/tags/{tag.Text("id")}", new { admin_id = "9001" });
        var untagged = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");

        tagged.Text("tags.tags.0.name").ShouldBe("bot-off");
        tagged.Text("tags.tags.0.applied_by.id").ShouldBe("9001");
        untagged.At("tags.tags").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Untag_WithoutBody_Is400()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await simulator.RestAsync(HttpMethod.Post, $"/conversations/{id}/tags", new { id = "301", admin_id = "9001" });

        using var response = await simulator.Rest.DeleteAsync($"/conversations/{id}/tags/301", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
