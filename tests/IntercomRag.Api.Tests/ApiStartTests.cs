using System.Net;
using IntercomRag.Api.Webhooks;
using IntercomRag.Core.Intercom.Webhooks;
using IntercomRag.ServiceDefaults;
using IntercomRag.Testing.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntercomRag.Api.Tests;

public sealed class ApiStartTests
{
    [Fact]
    public void Start_WithoutClientSecret_SaysWhatToSet()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.AddWebhook();
        using var services = builder.Services.BuildServiceProvider();

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.Message.ShouldContain("Intercom:ClientSecret is not set");
        failure.Message.ShouldContain("Intercom__ClientSecret");
    }

    [Fact]
    public void Start_CapShorterThanQuiet_SaysWhichSettings()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration["Intercom:ClientSecret"] = ApiFactory.ClientSecret;
        builder.Configuration["Webhook:MessageCap"] = "00:00:01";
        builder.AddWebhook();
        using var services = builder.Services.BuildServiceProvider();

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.Message.ShouldContain("Webhook:MessageCap must not be shorter than Webhook:MessageQuiet");
    }

    [Fact]
    public async Task RunToExitCode_WrongSettings_Returns1()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddWebhook();
        await using var app = builder.Build();

        (await app.RunToExitCodeAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task UnhandledException_Answers500WithoutDetails()
    {
        await using var api = new ApiFactory();
        await using var broken = api.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider, BrokenClock>()));
        using var client = broken.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Compute("{}"u8, ApiFactory.ClientSecret));

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(WebhookSamples.Words);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException(WebhookSamples.Words);
    }
}
