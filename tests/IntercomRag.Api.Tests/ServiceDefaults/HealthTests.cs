using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace IntercomRag.Api.Tests.ServiceDefaults;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_AllWell_Answers200WithNamesAndStatuses()
    {
        await using var host = await TelemetryHost.StartAsync();
        using var client = host.CreateClient();

        var text = await client.GetStringAsync("/health", TestContext.Current.CancellationToken);

        text.ShouldBe("""{"status":"Healthy","checks":{"self":"Healthy","store":"Healthy"}}""");
    }

    [Fact]
    public async Task Health_CheckFails_Answers503AndSaysNothingButTheStatus()
    {
        await using var host = await TelemetryHost.StartAsync();
        using var client = host.CreateClient();
        host.Store = HealthStatus.Unhealthy;

        using var response = await client.GetAsync("/health", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldBe("""{"status":"Unhealthy","checks":{"self":"Healthy","store":"Unhealthy"}}""");
    }

    [Fact]
    public async Task Alive_OtherCheckFails_Answers200()
    {
        await using var host = await TelemetryHost.StartAsync();
        using var client = host.CreateClient();
        host.Store = HealthStatus.Unhealthy;

        var text = await client.GetStringAsync("/alive", TestContext.Current.CancellationToken);

        text.ShouldBe("""{"status":"Healthy","checks":{"self":"Healthy"}}""");
    }

    [Fact]
    public async Task Health_CheckFailsOnce_IsAWarningAndItsEndInformation()
    {
        await using var host = await TelemetryHost.StartAsync();

        await PollAsync(host, HealthStatus.Unhealthy);
        host.Time.Advance(TimeSpan.FromSeconds(10));
        await PollAsync(host, HealthStatus.Healthy);

        Outages(host).ShouldBe(
        [
            (LogLevel.Warning, "The health check store is Unhealthy: secret-address:6379"),
            (LogLevel.Information, "The health check store is healthy again after 10.0 s"),
        ]);
    }

    [Fact]
    public async Task Health_CheckGoesOnFailing_IsOneError()
    {
        await using var host = await TelemetryHost.StartAsync();

        for (var poll = 0; poll < 5; poll++)
        {
            await PollAsync(host, HealthStatus.Unhealthy);
            host.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Outages(host).ShouldBe(
        [
            (LogLevel.Warning, "The health check store is Unhealthy: secret-address:6379"),
            (LogLevel.Error, "The health check store has been Unhealthy for 20 s: secret-address:6379"),
        ]);
    }

    [Fact]
    public async Task Health_InProduction_IsMapped()
    {
        await using var api = new ApiFactory();
        await using var production = api.WithWebHostBuilder(builder => builder.UseSetting("environment", "Production"));
        using var client = production.CreateClient();

        using var alive = await client.GetAsync("/alive", TestContext.Current.CancellationToken);
        using var health = await client.GetAsync("/health", TestContext.Current.CancellationToken);

        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        health.StatusCode.ShouldNotBe(HttpStatusCode.NotFound);
    }

    private static async Task PollAsync(TelemetryHost host, HealthStatus status)
    {
        host.Store = status;
        using var client = host.CreateClient();
        using var response = await client.GetAsync("/health", TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(LogLevel Level, string Message)> Outages(TelemetryHost host) => host.Captured.Entries
        .Where(entry => entry.Category.EndsWith("HealthOutages", StringComparison.Ordinal))
        .Select(entry => (entry.Level, entry.Message));
}
