using System.Diagnostics;
using System.Net;

namespace IntercomRag.Api.Tests.ServiceDefaults;

[Collection(TelemetryCollection.Name)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Request_Succeeds_SpanCarriesRouteAndStatus()
    {
        await using var host = await TelemetryHost.StartAsync();
        using var client = host.CreateClient();

        await client.GetStringAsync("/orders/17", TestContext.Current.CancellationToken);

        var span = (await host.SpansAsync()).ShouldHaveSingleItem();
        span.Kind.ShouldBe(ActivityKind.Server);
        span.DisplayName.ShouldBe("GET /orders/{id}");
        span.GetTagItem("http.request.method").ShouldBe("GET");
        span.GetTagItem("http.route").ShouldBe("/orders/{id}");
        span.GetTagItem("http.response.status_code").ShouldBe(200);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        host.MeasuredRoutes().ShouldBe(["/orders/{id}"]);
    }

    [Theory]
    [InlineData("/refused", 401, "GET /refused")]
    [InlineData("/nowhere", 404, "GET")]
    public async Task Request_Refused_SpanIsNoError(string path, int status, string name)
    {
        await using var host = await TelemetryHost.StartAsync();
        using var client = host.CreateClient();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        var span = (await host.SpansAsync()).ShouldHaveSingleItem();
        span.DisplayName.ShouldBe(name);
        span.GetTagItem("http.response.status_code").ShouldBe(status);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_Throws_SpanIsAnErrorWithTheExceptionAndTheRoute(bool handlesExceptions)
    {
        await using var host = await TelemetryHost.StartAsync(handlesExceptions);
        using var client = host.CreateClient();

        var answer = client.GetAsync("/broken", TestContext.Current.CancellationToken);
        if (handlesExceptions)
        {
            using var response = await answer;
            response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        }
        else
        {
            await Should.ThrowAsync<InvalidOperationException>(answer);
        }

        var span = (await host.SpansAsync()).ShouldHaveSingleItem();
        span.DisplayName.ShouldBe("GET /broken");
        span.GetTagItem("http.response.status_code").ShouldBe(500);
        span.GetTagItem("error.type").ShouldBe("System.InvalidOperationException");
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.Events.ShouldHaveSingleItem().Name.ShouldBe("exception");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task HealthRequest_LeavesNoSpanAndNoMeasurement(string path)
    {
        await using var host = await TelemetryHost.StartAsync();
        using var client = host.CreateClient();

        await client.GetStringAsync(path, TestContext.Current.CancellationToken);
        await client.GetStringAsync("/orders/1", TestContext.Current.CancellationToken);

        (await host.SpansAsync()).ShouldHaveSingleItem().DisplayName.ShouldBe("GET /orders/{id}");
        host.MeasuredRoutes().ShouldBe(["/orders/{id}"]);
    }

    [Fact]
    public async Task Log_DuringARequest_CarriesItsTrace()
    {
        await using var host = await TelemetryHost.StartAsync();
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        await client.GetStringAsync("/orders/17", TestContext.Current.CancellationToken);

        var (_, trace, spanId) = host.Logs.Where(log => log.Message == "Order read").ShouldHaveSingleItem();
        trace.ToHexString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
        spanId.ShouldBe((await host.SpansAsync()).ShouldHaveSingleItem().SpanId);
    }
}
