using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage;
using IntercomRag.Core.Storage.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Storage.Redis;

public sealed class RedisStorageExtensionsTests
{
    [Fact]
    public void AddRedisStorage_WithAnAddress_RegistersEverything()
    {
        using var host = Build("localhost:6379");

        var inboxes = new[] { InboxNames.Conversations, InboxNames.Articles }.Select(host.Services.GetRequiredKeyedService<IInbox>);

        inboxes.Distinct().Count().ShouldBe(2);
        host.Services.GetRequiredService<ICache>().ShouldBeOfType<RedisCache>();
        host.Services.GetRequiredService<IConversationStateStore>().ShouldBeOfType<RedisConversationStateStore>();
    }

    [Theory]
    [InlineData(null, "not set")]
    [InlineData("  ", "not set")]
    [InlineData("password=secret", "names no server")]
    [InlineData("localhost:6379,sll=true,password=secret", "cannot be read")]
    public async Task Start_BadConnectionString_SaysSoWithoutThePassword(string? address, string expected)
    {
        using var host = Build(address);

        var exception = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        exception.Message.ShouldContain("ConnectionStrings__cache");
        exception.Message.ShouldContain(expected);
        exception.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void Configure_PasswordAndTls_AreHonoured()
    {
        var configuration = RedisConnection.Configure(new RedisOptions { ConnectionString = "redis.example:6380,password=p=w,ssl=true" });

        configuration.Password.ShouldBe("p=w");
        configuration.Ssl.ShouldBeTrue();
        configuration.AbortOnConnectFail.ShouldBeFalse();
        configuration.EndPoints.ShouldHaveSingleItem();
    }

    private static IHost Build(string? address)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration["ConnectionStrings:cache"] = address;
        builder.AddRedisStorage();
        return builder.Build();
    }
}
