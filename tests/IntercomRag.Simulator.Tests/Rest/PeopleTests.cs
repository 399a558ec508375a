using System.Net;
using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests.Rest;

public sealed class PeopleTests
{
    [Fact]
    public async Task Me_Token_BelongsToTheAssistantOfTheWorkspace()
    {
        await using var simulator = SimulatorHost.Start();

        var me = await simulator.RestAsync(HttpMethod.Get, "/me");

        me.Text("id").ShouldBe("9001");
        me.Text("app.id_code").ShouldBe("demo");
        me.Text("app.region").ShouldBe("EU");
    }

    [Fact]
    public async Task AdminsAndTeams_Lists_HaveTextIdsAndNumericReferences()
    {
        await using var simulator = SimulatorHost.Start();

        var admins = await simulator.RestAsync(HttpMethod.Get, "/admins");
        var teams = await simulator.RestAsync(HttpMethod.Get, "/teams");

        admins.Texts("admins", "id").ShouldBe(["9001", "9002", "9003"]);
        admins.At("admins.1.team_ids.0").GetInt64().ShouldBe(5001);
        admins.At("admins.2.away_mode_enabled").GetBoolean().ShouldBeTrue();
        teams.Texts("teams", "name").ShouldBe(["Support", "Billing"]);
        teams.At("teams.0.admin_ids.0").GetInt64().ShouldBe(9002);
        (await simulator.RestAsync(HttpMethod.Get, "/teams/5002")).Text("name").ShouldBe("Billing");
        (await simulator.RestAsync(HttpMethod.Get, "/admins/9002")).Text("name").ShouldBe("Camille Roy");
    }

    [Theory]
    [InlineData("/admins/1", "admin_not_found")]
    [InlineData("/teams/1", "team_not_found")]
    [InlineData("/contacts/1", "not_found")]
    [InlineData("/contacts/1/segments", "not_found")]
    [InlineData("/segments/1", "not_found")]
    public async Task Get_UnknownId_Is404WithItsCode(string path, string code)
    {
        await using var simulator = SimulatorHost.Start();

        using var response = await simulator.Rest.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"\"{code}\"");
    }

    [Fact]
    public async Task Contact_Seeded_HasLanguageAttributesAndReferences()
    {
        await using var simulator = SimulatorHost.Start();

        var contact = await simulator.RestAsync(HttpMethod.Get, $"/contacts/{SimulatorHost.Lea}");
        var segments = await simulator.RestAsync(HttpMethod.Get, $"/contacts/{SimulatorHost.Lea}/segments");
        var tags = await simulator.RestAsync(HttpMethod.Get, $"/contacts/{SimulatorHost.Lea}/tags");
        var companies = await simulator.RestAsync(HttpMethod.Get, $"/contacts/{SimulatorHost.Lea}/companies");

        contact.Text("language_override").ShouldBe("fr");
        contact.Text("browser_language").ShouldBe("en");
        contact.At("custom_attributes.trial").GetBoolean().ShouldBeFalse();
        contact.At("custom_attributes.seats").GetInt32().ShouldBe(14);
        contact.Has("segments").ShouldBeFalse();
        contact.Text("tags.data.0.url").ShouldBe("/tags/301");
        segments.Texts("data", "name").ShouldBe(["Premium"]);
        tags.Texts("data", "name").ShouldBe(["vip"]);
        companies.Texts("data", "name").ShouldBe(["Club Atlas"]);
    }

    [Fact]
    public async Task Contact_Lead_HasEmptyEmailAndNullName()
    {
        await using var simulator = SimulatorHost.Start();

        var lead = await simulator.RestAsync(HttpMethod.Get, $"/contacts/{SimulatorHost.Lead}");

        lead.Text("email").ShouldBe("");
        lead.IsNull("name").ShouldBeTrue();
        lead.IsNull("language_override").ShouldBeTrue();
    }

    [Fact]
    public async Task Contact_Merged_Is410WithLinkToTheCanonicalOne()
    {
        await using var simulator = SimulatorHost.Start();

        using var response = await simulator.Rest.GetAsync("/contacts/66a000000000000000000003", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        response.Headers.GetValues("Link").Single().ShouldBe($"</contacts/{SimulatorHost.Lea}>; rel=\"canonical\"");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("contact_merged");
    }

    [Theory]
    [InlineData("email", "=", "lea@club.example", 1)]
    [InlineData("role", "=", "lead", 1)]
    [InlineData("external_id", "!=", "member-1", 1)]
    [InlineData("segment_id", "=", "64f000000000000000000001", 1)]
    [InlineData("name", "~", "martin", 1)]
    public async Task ContactSearch_Condition_FindsContactsThatAreNotMerged(string field, string operation, string value, int count)
    {
        await using var simulator = SimulatorHost.Start();

        var found = await simulator.RestAsync(
            HttpMethod.Post, "/contacts/search", new { query = new { field, @operator = operation, value } });

        found.At("total_count").GetInt32().ShouldBe(count);
    }

    [Fact]
    public async Task ContactSearch_DateField_ComparesWholeDays()
    {
        var time = new Testing.FakeTimeProvider();
        await using var simulator = SimulatorHost.Start(time);
        var created = time.GetUtcNow().ToUnixTimeSeconds();

        async Task<int> CountAsync(string operation, long value)
        {
            var found = await simulator.RestAsync(
                HttpMethod.Post, "/contacts/search", new { query = new { field = "created_at", @operator = operation, value } });
            return found.At("total_count").GetInt32();
        }

        (await CountAsync(">", created - 10)).ShouldBe(0, "the same day is not after it");
        (await CountAsync(">", created - 86_400)).ShouldBe(2);
        (await CountAsync("=", created + 3600)).ShouldBe(2);
        (await CountAsync("<", created + 86_400)).ShouldBe(2);
    }
}
