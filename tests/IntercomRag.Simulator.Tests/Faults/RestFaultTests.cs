using System.Net;
using System.Net.Http.Json;
using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests.Faults;

public sealed class RestFaultTests
{
    [Theory]
    [InlineData("too_many_requests_probability", HttpStatusCode.TooManyRequests)]
    [InlineData("server_error_probability", HttpStatusCode.ServiceUnavailable)]
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
    public async Task Timeout_BeforeOrAfterTheEffect_BreaksTheConnection(string fault, int parts)
    {
        await using var simulator = SimulatorHost.Start();
        var id = await simulator.StartConversationAsync();
        await simulator.ControlAsync(HttpMethod.Put, "/faults", new
        {
            rest = new Dictionary<string, object> { [fault] = 1, ["timeout_ms"] = 50, ["max_faults"] = 1, ["method"] = "POST" },
        });

        await Should.ThrowAsync<HttpRequestException>(() => PostReplyAsync(simulator, id));
        var view = await simulator.RestAsync(HttpMethod.Get, $"/conversations/{id}");
        using var second = await PostReplyAsync(simulator, id);

        view.At("conversation_parts.total_count").GetInt32().ShouldBe(parts);
        second.StatusCode.ShouldBe(HttpStatusCode.OK, "only one fault was asked for");
    }

    [Fact]
    public async Task Slow_Answers_ComeLateAndComplete()
    {
        await using var simulator = SimulatorHost.Start();
        await simulator.ControlAsync(HttpMethod.Put, "/faults", new { rest = new { slow_probability = 1, slow_min_ms = 200, slow_max_ms = 250 } });
        var started = TimeProvider.System.GetTimestamp();

        var me = await simulator.RestAsync(HttpMethod.Get, "/me");

        me.Text("id").ShouldBe("9001");
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(190));
    }

    [Theory]
    [InlineData("""{"rest":{"slow_probability":1.5}}""", "slow_probability")]
    [InlineData("""{"webhooks":{"delay_min_ms":5,"delay_max_ms":1}}""", "delay_min_ms")]
    public async Task Faults_OutOfRange_AreRefusedByName(string body, string name)
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
        await using var simulator = SimulatorHost.Start(("Simulator:Faults:Rest:SlowProbability", "0.25"), ("Simulator:Faults:Seed", "3"));
        var before = await simulator.ControlAsync(HttpMethod.Get, "/faults");
        await simulator.ControlAsync(HttpMethod.Put, "/faults", new { });
        var cleared = await simulator.ControlAsync(HttpMethod.Get, "/faults");
        await simulator.ControlAsync(HttpMethod.Post, "/reset");
        var after = await simulator.ControlAsync(HttpMethod.Get, "/faults");

        before.At("rest.slow_probability").GetDouble().ShouldBe(0.25);
        before.At("seed").GetInt32().ShouldBe(3);
        cleared.At("rest.slow_probability").GetDouble().ShouldBe(0);
        after.ToString().ShouldBe(before.ToString());
    }

    private static Task<HttpResponseMessage> PostReplyAsync(SimulatorHost simulator, string id) => simulator.Rest.PostAsJsonAsync(
        $"/conversations/{id}/reply",
        new { message_type = "comment", type = "admin", admin_id = "9001", body = "Bonjour" },
        TestContext.Current.CancellationToken);
}
