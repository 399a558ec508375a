using System.Globalization;
using System.Net;
using System.Text.Json;
using IntercomRag.Simulator.Tests.Support;
using IntercomRag.Testing;

namespace IntercomRag.Simulator.Tests.Faults;

public sealed class StormTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Storm_WhileItLasts_RefusesEveryRequestAndThenNone()
    {
        await using var simulator = SimulatorHost.Start(_time);
        await SetAsync(simulator, new { duration_ms = 3000 });

        var during = await StatusAsync(simulator);
        _time.Advance(2.9 * Second);
        var atTheEnd = await StatusAsync(simulator);
        _time.Advance(0.2 * Second);
        var after = await StatusAsync(simulator);
        var state = await simulator.ControlAsync(HttpMethod.Get, "/faults/state");

        during.ShouldBe(HttpStatusCode.TooManyRequests);
        atTheEnd.ShouldBe(HttpStatusCode.TooManyRequests);
        after.ShouldBe(HttpStatusCode.OK);
        state.At("rest_faults").GetInt32().ShouldBe(2);
        state.At("active").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Storm_WithAPeriod_ComesBack()
    {
        await using var simulator = SimulatorHost.Start(_time);
        await SetAsync(simulator, new { duration_ms = 1000, every_ms = 10_000 });

        var statuses = new List<HttpStatusCode>();
        for (var second = 0; second < 22; second++)
        {
            statuses.Add(await StatusAsync(simulator));
            _time.Advance(Second);
        }

        statuses.Select((status, second) => (status, second))
            .Where(one => one.status is HttpStatusCode.TooManyRequests)
            .Select(one => one.second)
            .ShouldBe([0, 10, 20]);
    }

    [Theory]
    [InlineData("reset", true, false)]
    [InlineData("retry_after", false, true)]
    [InlineData("both", true, true)]
    [InlineData("none", false, false)]
    public async Task Storm_Headers_TellItsEndAsAskedFor(string headers, bool reset, bool retryAfter)
    {
        await using var simulator = SimulatorHost.Start(_time);
        await SetAsync(simulator, new { duration_ms = 5000, headers });

        using var refused = await simulator.Rest.GetAsync("/me", TestContext.Current.CancellationToken);

        refused.Headers.Contains("X-RateLimit-Reset").ShouldBe(reset);
        (refused.Headers.RetryAfter is not null).ShouldBe(retryAfter);
        if (reset)
        {
            long.Parse(refused.Headers.GetValues("X-RateLimit-Reset").Single(), CultureInfo.InvariantCulture)
                .ShouldBe((long)Math.Ceiling((_time.GetUtcNow() + (5 * Second)).ToUnixTimeMilliseconds() / 1000.0));
        }

        if (retryAfter)
        {
            refused.Headers.RetryAfter!.Delta.ShouldBe(5 * Second);
        }
    }

    private static Task<JsonElement> SetAsync(SimulatorHost simulator, object storm) =>
        simulator.ControlAsync(HttpMethod.Put, "/faults", new { storm });

    private static async Task<HttpStatusCode> StatusAsync(SimulatorHost simulator)
    {
        using var answer = await simulator.Rest.GetAsync("/me", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
