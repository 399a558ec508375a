using IntercomRag.Api.Operator;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Storage.Redis;
using IntercomRag.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntercomRag.Api.Tests.Operator;

/// <summary>The command on a real server, with the settings in the environment as an operator has them.</summary>
public sealed class DeadLetterCommandTests : IAsyncLifetime
{
    private const string Setting = "ConnectionStrings__cache";
    private const string Patience = "Redis__OperationTimeout";

    private readonly GarnetServer _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync(Token);
        Environment.SetEnvironmentVariable(Setting, _server.ConnectionString);
        Environment.SetEnvironmentVariable(Patience, "00:00:04");
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Setting, null);
        Environment.SetEnvironmentVariable(Patience, null);
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Redrive_OneThenAll_PutsThemBackAndSaysSo()
    {
        using var host = Host();
        var inbox = host.Services.GetRequiredKeyedService<IInbox>(InboxNames.Conversations);
        await BuryAsync(inbox, "215");
        await BuryAsync(host.Services.GetRequiredKeyedService<IInbox>(InboxNames.Articles), "7");
        await BuryAsync(inbox, "216");

        var (listed, table, _) = await RunAsync("list");
        var rows = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        listed.ShouldBe(0);
        rows.Length.ShouldBe(4);
        rows[0].ShouldMatch("^ID +SUBJECT +GIVEN UP AT +ITEMS +ATTEMPTS +TRACE +REASON$");
        rows[1].ShouldMatch("^conversations-0-[0-9]+-failed +demo:216 +[0-9-]+ [0-9:]+Z +1 +1 +0af7651916cd43dd8448eb211c80319c +IOException$");
        rows[2].ShouldContain("demo:7");

        var id = rows[1].Split(' ')[0];
        (await RunAsync("redrive", id)).ShouldBe((0, $"{id} put back.\n", ""));
        var (again, _, problem) = await RunAsync("redrive", id);
        again.ShouldBe(1);
        problem.ShouldContain(id);
        (await RunAsync("redrive", "--all")).ShouldBe((0, "2 put back.\n", ""));
        (await RunAsync("list")).ShouldBe((0, "No dead letters.\n", ""));
        (await inbox.MeasureAsync(Token)).ShouldBe(new InboxDepth(2, 0, 0));
    }

    [Fact]
    public async Task Discard_Letter_RemovesIt()
    {
        using var host = Host();
        await BuryAsync(host.Services.GetRequiredKeyedService<IInbox>(InboxNames.Conversations), "215");
        var id = (await host.Services.GetRequiredService<IDeadLetters>().ReadAsync(1, Token))[0].Id;

        (await RunAsync("discard", id)).ShouldBe((0, $"{id} discarded.\n", ""));
        (await RunAsync("discard", id)).Code.ShouldBe(1);
    }

    [Theory]
    [InlineData("redrive")]
    [InlineData("redrive", "some-id", "--all")]
    [InlineData("list", "--limit", "0")]
    [InlineData("revive")]
    public async Task Run_WrongArguments_Returns1AndSaysWhatIsWrong(params string[] arguments)
    {
        var (code, _, problem) = await RunAsync(arguments);

        code.ShouldBe(1);
        problem.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task List_RedisAway_Returns1AndSaysSo()
    {
        await _server.KillAsync();

        var (code, _, problem) = await RunAsync("list");

        code.ShouldBe(1);
        problem.ShouldContain("Redis");
        problem.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task List_NoAddress_Returns1AndSaysWhatToSet()
    {
        Environment.SetEnvironmentVariable(Setting, null);

        var (code, _, problem) = await RunAsync("list");

        code.ShouldBe(1);
        problem.ShouldContain(Setting);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await DeadLetterCommand.RunAsync(["dead-letters", .. arguments], output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static async Task BuryAsync(IInbox inbox, string subject)
    {
        var now = TimeProvider.System.GetUtcNow();
        await inbox.EnqueueAsync(new InboxItem(new SubjectKey("demo", subject), [], "topic", now, now, TraceParent: null), BurstWindow.None, Token);
        var lease = (await inbox.LeaseAsync(Token)).ShouldNotBeNull();
        var failure = new LeaseFailure("IOException", TraceId: "0af7651916cd43dd8448eb211c80319c");
        (await inbox.RetryAsync(lease, failure, Token)).ShouldBe(RetryResult.DeadLettered);
    }

    private IHost Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["ConnectionStrings:cache"] = _server.ConnectionString;
        builder.Configuration["Inbox:MaxAttempts"] = "1";
        builder.Configuration["Redis:OperationTimeout"] = "00:00:04";
        builder.AddRedisStorage();
        return builder.Build();
    }
}
