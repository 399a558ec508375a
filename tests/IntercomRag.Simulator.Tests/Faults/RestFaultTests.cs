using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IntercomRag.Simulator.Tests.Support;
using IntercomRag.Testing;

namespace IntercomRag.Simulator.Tests.Faults;

public sealed class RestFaultTests
{
    [Theory]
    [InlineData("too_many_requests_probability", HttpStatusCode.TooManyRequests)]
    [InlineData("server_error_before_probability", HttpStatusCode.ServiceUnavailable)]
    public async Task Error_OnReply_HasNoEffectAndHitsOnlyThatPath(string fault, HttpStatusCode expected)
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await simulator.ControlAsync(
            HttpMethod.Put, "/faults", new { rest = new Dictionary<string, object> { [fault] = 1, ["path_contains"] = "/reply" } });

        using var refused = await PostReplyAsync(simulator, id);
        var view = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");

        refused.StatusCode.ShouldBe(expected);
        refused.Headers.Contains("X-RateLimit-Reset").ShouldBeTrue();
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("error.list");
        view.At("conversation_parts.total_count").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("timeout_before_probability", 0)]
    [InlineData("timeout_after_probability", 1)]
    [InlineData("reset_before_probability", 0)]
    [InlineData("reset_after_probability", 1)]
    [InlineData("half_answer_probability", 1)]
    public async Task BrokenConnection_BeforeOrAfterTheEffect_LeavesTheCallerWithoutAnAnswer(string fault, int parts)
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await OnceAsync(simulator, fault);

        await Should.ThrowAsync<HttpRequestException>(() => PostReplyAsync(simulator, id));
        var view = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");
        using var second = await PostReplyAsync(simulator, id);

        view.At("conversation_parts.total_count").GetInt32().ShouldBe(parts);
        second.StatusCode.ShouldBe(HttpStatusCode.OK, "only one fault was asked for");
    }

    [Theory]
    [InlineData("server_error_before_probability", 504, 0)]
    [InlineData("server_error_after_probability", 504, 1)]
    [InlineData("server_error_after_probability", 500, 1)]
    public async Task ServerError_BeforeOrAfterTheEffect_HasTheStatusAskedFor(string fault, int status, int parts)
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await OnceAsync(simulator, fault, ("server_error_status", status));

        using var failed = await PostReplyAsync(simulator, id);
        var view = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");

        ((int)failed.StatusCode).ShouldBe(status);
        failed.Content.Headers.ContentType!.MediaType.ShouldBe(status == 500 ? "application/json" : "text/html");
        view.At("conversation_parts.total_count").GetInt32().ShouldBe(parts);
    }

    [Fact]
    public async Task BrokenJson_OnReply_TakesEffectAndCannotBeRead()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await OnceAsync(simulator, "broken_json_probability");

        using var answer = await PostReplyAsync(simulator, id);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var view = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        text.ShouldStartWith("{");
        Should.Throw<JsonException>(() => JsonDocument.Parse(text));
        view.At("conversation_parts.total_count").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task SlowBefore_OfACallerThatGaveUp_TakesEffectLate()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await OnceAsync(simulator, "slow_before_probability", ("slow_min_ms", 400), ("slow_max_ms", 400));

        using (var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken))
        {
            patience.CancelAfter(TimeSpan.FromMilliseconds(100));
            await Should.ThrowAsync<OperationCanceledException>(() => PostReplyAsync(simulator, id, patience.Token));
        }

        var atOnce = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");
        var later = await Eventually.ReadAsync(
            () => simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}"),
            view => view.At("conversation_parts.total_count").GetInt32() > 0,
            cancellationToken: TestContext.Current.CancellationToken);

        atOnce.At("conversation_parts.total_count").GetInt32().ShouldBe(0);
        later.Text("conversation_parts.conversation_parts.0.body").ShouldContain("Bonjour");
    }

    [Fact]
    public async Task SlowAfter_OnARead_GivesTheStateOfItsArrival()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await OnceAsync(simulator, "slow_after_probability", ("method", "GET"), ("slow_min_ms", 400), ("slow_max_ms", 400));
        var started = TimeProvider.System.GetTimestamp();

        var reading = simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");
        await Eventually.HoldsAsync(
            async () => (await simulator.ControlAsync(HttpMethod.Get, "/faults/state")).At("rest_faults").GetInt32() == 1,
            cancellationToken: TestContext.Current.CancellationToken);
        await simulator.ActAsync(id, new { admin_id = "9002", action = "reply", body = "<p>Je prends</p>" });
        var stale = await reading;

        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(390));
        stale.At("conversation_parts.total_count").GetInt32().ShouldBe(0, "the teammate replied after the read had been made");
    }

    [Fact]
    public async Task SlowBefore_OnARead_GivesTheStateOfItsAnswer()
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await OnceAsync(simulator, "slow_before_probability", ("method", "GET"), ("slow_min_ms", 400), ("slow_max_ms", 400));

        var reading = simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");
        await Eventually.HoldsAsync(
            async () => (await simulator.ControlAsync(HttpMethod.Get, "/faults/state")).At("rest_faults").GetInt32() == 1,
            cancellationToken: TestContext.Current.CancellationToken);
        await simulator.ActAsync(id, new { admin_id = "9002", action = "reply", body = "<p>Je prends</p>" });

        (await reading).At("conversation_parts.total_count").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"rest":{"slow_before_probability":1.5}}""", "slow_before_probability")]
    [InlineData("""{"rest":{"slow_probability":1}}""", "slow_probability")]
    [InlineData("""{"rest":{"server_error_status":404}}""", "server_error_status")]
    [InlineData("""{"storm":{"headers":"some"}}""", "headers")]
    [InlineData("""{"webhooks":{"drop_first_probability":-1}}""", "drop_first_probability")]
    [InlineData("""{"webhooks":{"delay_min_ms":5,"delay_max_ms":1}}""", "delay_min_ms")]
    public async Task Faults_UnknownOrOutOfRange_AreRefusedByName(string body, string name)
    {
        await using var simulator = SimulatorHost.Start();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await simulator.Control.PutAsync("/simulator/faults", content, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(name);
    }

    [Fact]
    public async Task Faults_SetThenReset_GoBackToThoseOfTheStart()
    {
        await using var simulator = SimulatorHost.Start(("Simulator:Faults:Rest:SlowBeforeProbability", "0.25"), ("Simulator:Faults:Seed", "3"));
        var before = await simulator.ControlAsync(HttpMethod.Get, "/faults");
        await simulator.ControlAsync(HttpMethod.Put, "/faults", new { });
        var cleared = await simulator.ControlAsync(HttpMethod.Get, "/faults");
        await simulator.ControlAsync(HttpMethod.Post, "/reset");
        var after = await simulator.ControlAsync(HttpMethod.Get, "/faults");

        before.At("rest.slow_before_probability").GetDouble().ShouldBe(0.25);
        before.At("seed").GetInt32().ShouldBe(3);
        cleared.At("rest.slow_before_probability").GetDouble().ShouldBe(0);
        after.ToString().ShouldBe(before.ToString());
    }

    private static Task<JsonElement> OnceAsync(SimulatorHost simulator, string fault, params IEnumerable<(string Name, object Value)> settings)
    {
        var rest = new Dictionary<string, object> { [fault] = 1, ["timeout_ms"] = 50, ["max_faults"] = 1, ["method"] = "POST" };
        foreach (var (name, value) in settings)
        {
            rest[name] = value;
        }

        return simulator.ControlAsync(HttpMethod.Put, "/faults", new { rest });
    }

    private static Task<HttpResponseMessage> PostReplyAsync(SimulatorHost simulator, string id, CancellationToken? cancellationToken = null) =>
        simulator.Rest.PostAsJsonAsync(
            $"/conversations/{id}/reply",
            new { message_type = "comment", type = "admin", admin_id = "9001", body = "Bonjour" },
            cancellationToken ?? TestContext.Current.CancellationToken);
}
