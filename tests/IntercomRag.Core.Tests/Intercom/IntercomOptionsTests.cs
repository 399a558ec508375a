using IntercomRag.Core.Intercom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class IntercomOptionsTests
{
    [Theory]
    [InlineData("BaseUrl", "api.intercom.io", "Set Intercom__BaseUrl")]
    [InlineData("BaseUrl", "ftp://api.intercom.io", "Set Intercom__BaseUrl")]
    [InlineData("BaseUrl", "", "Set Intercom__BaseUrl")]
    [InlineData("AccessToken", "", "Set Intercom__AccessToken")]
    [InlineData("AccessToken", "two words-of-a-secret", "Intercom__AccessToken holds blanks")]
    [InlineData("BotAdminId", "", "Set Intercom__BotAdminId")]
    [InlineData("BotAdminId", "assistant@tandem.example", "Set Intercom__BotAdminId")]
    [InlineData("ApiVersion", "newest", "Set Intercom__ApiVersion")]
    [InlineData("Timeout", "00:00:00", "Timeout")]
    [InlineData("Attempts", "0", "Attempts")]
    [InlineData("RateLimit:Share", "0", "Share")]
    public async Task Start_WrongSetting_SaysWhatToSetWithoutTheSecret(string setting, string value, string expected)
    {
        using var host = Build(setting, value);

        var exception = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        exception.Message.ShouldContain(expected);
        exception.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Start_OnlyTokenAndBot_UsesTheDefaults()
    {
        using var host = Build("AccessToken", "token");

        await host.StartAsync(TestContext.Current.CancellationToken);

        var options = host.Services.GetRequiredService<IOptions<IntercomOptions>>().Value;
        options.BaseUrl.ShouldBe(new Uri("https://api.intercom.io"));
        options.ApiVersion.ShouldBe("2.16");
        options.Timeout.ShouldBe(TimeSpan.FromSeconds(20));
        host.Services.GetRequiredService<IntercomClient>().ShouldNotBeNull();
    }

    private static IHost Build(string setting, string value)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection();
        builder.Configuration["Intercom:AccessToken"] = "token";
        builder.Configuration["Intercom:BotAdminId"] = "9001";
        builder.Configuration[$"Intercom:{setting}"] = value;
        builder.AddIntercomClient();
        return builder.Build();
    }
}
