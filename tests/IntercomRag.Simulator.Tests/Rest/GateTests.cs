using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IntercomRag.Simulator.Tests.Support;

namespace IntercomRag.Simulator.Tests.Rest;

public sealed class GateTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic test-token")]
    public async Task Request_WithoutTheToken_Is401ErrorList(string? authorization)
    {
        await using var simulator = SimulatorHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.Accept.ParseAdd("application/json");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await simulator.Control.SendAsync(request, TestContext.Current.CancellationToken);

        var error = await ErrorAsync(response, HttpStatusCode.Unauthorized);
        error.Text("errors.0.code").ShouldBe("unauthorized");
        error.Text("errors.0.message").ShouldBe("Access Token Invalid");
    }

    [Theory]
    [InlineData("2.9")]
    [InlineData("2.18")]
    [InlineData("latest")]
    public async Task Request_OfUnknownVersion_Is400(string version)
    {
        await using var simulator = SimulatorHost.Start();
        simulator.Rest.DefaultRequestHeaders.Remove("Intercom-Version");
        simulator.Rest.DefaultRequestHeaders.Add("Intercom-Version", version);

        using var response = await simulator.Rest.GetAsync("/me", TestContext.Current.CancellationToken);

        (await ErrorAsync(response, HttpStatusCode.BadRequest)).Text("errors.0.code").ShouldBe("intercom_version_invalid");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.NotAcceptable)]
    [InlineData("text/html", HttpStatusCode.NotAcceptable)]
    [InlineData("*/*", HttpStatusCode.OK)]
    [InlineData("text/html, application/json;q=0.5", HttpStatusCode.OK)]
    public async Task Request_WithAccept_IsAnsweredOnlyWhenItTakesJson(string? accept, HttpStatusCode expected)
    {
        await using var simulator = SimulatorHost.Start();
        simulator.Rest.DefaultRequestHeaders.Accept.Clear();
        if (accept is not null)
        {
            simulator.Rest.DefaultRequestHeaders.Accept.ParseAdd(accept);
        }

        using var response = await simulator.Rest.GetAsync("/me", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("GET", "/nothing/here")]
    [InlineData("GET", "/help_center/sections")]
    [InlineData("PATCH", "/conversations")]
    [InlineData("POST", "/me")]
    public async Task Request_OfUnknownPathOrMethod_Is404ErrorList(string method, string path)
    {
        await using var simulator = SimulatorHost.Start();

        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await simulator.Rest.SendAsync(request, TestContext.Current.CancellationToken);

        (await ErrorAsync(response, HttpStatusCode.NotFound)).Text("errors.0.code").ShouldBe("not_found");
    }

    [Theory]
    [InlineData("{\"query\":")]
    [InlineData("[1,2]")]
    [InlineData("")]
    public async Task Request_WithBrokenBody_Is400ErrorList(string body)
    {
        await using var simulator = SimulatorHost.Start();

        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var response = await simulator.Rest.PostAsync("/conversations/search", content, TestContext.Current.CancellationToken);

        await ErrorAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task RateLimit_WhenUsedUp_Is429WithHeadersUntilTheWindowEnds()
    {
        var time = new Testing.FakeTimeProvider();
        await using var simulator = SimulatorHost.Start(time, ("Simulator:RateLimit", "2"), ("Simulator:RateLimitWindow", "00:00:10"));

        using var first = await simulator.Rest.GetAsync("/me", TestContext.Current.CancellationToken);
        using var second = await simulator.Rest.GetAsync("/nothing", TestContext.Current.CancellationToken);
        using var third = await simulator.Rest.GetAsync("/me", TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(10));
        using var fourth = await simulator.Rest.GetAsync("/me", TestContext.Current.CancellationToken);

        Header(first, "X-RateLimit-Limit").ShouldBe("2");
        Header(first, "X-RateLimit-Remaining").ShouldBe("1");
        Header(second, "X-RateLimit-Remaining").ShouldBe("0");
        (await ErrorAsync(third, HttpStatusCode.TooManyRequests)).Text("errors.0.code").ShouldBe("rate_limit_exceeded");
        Header(third, "X-RateLimit-Remaining").ShouldBe("0");
        var now = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        long.Parse(Header(third, "X-RateLimit-Reset"), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(now + 10);
        fourth.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pages_ControlAndHealth_NeedNoToken()
    {
        await using var simulator = SimulatorHost.Start();

        foreach (var path in new[] { "/health", "/alive", "/simulator/workspace", "/openapi/v1.json" })
        {
            using var response = await simulator.Control.GetAsync(path, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            response.Headers.Contains("X-RateLimit-Limit").ShouldBeFalse(path);
        }
    }

    private static async Task<JsonElement> ErrorAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        response.StatusCode.ShouldBe(expected);
        var error = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        error.Text("type").ShouldBe("error.list");
        error.Text("request_id").ShouldBe(Header(response, "X-Request-Id"));
        return error;
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
