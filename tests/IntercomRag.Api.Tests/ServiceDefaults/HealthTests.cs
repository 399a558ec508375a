using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;

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
}
