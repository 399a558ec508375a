using System.Globalization;
using IntercomRag.Core.Intercom;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Tests.Intercom.Support;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class RateLimitTests
{
    private const int RateLimited = 1103;
    private const string Me = """{"id":"9001"}""";

    // The pause is spread by up to a second.
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(1);

    private static ScriptedAnswer Refusal => ScriptedAnswer.Error(429, "rate_limit_exceeded");

    [Theory]
    [InlineData("Retry-After", 7, 7)]
    [InlineData("X-RateLimit-Reset", 4, 4)]
    [InlineData("X-RateLimit-Reset", -5, 10)]
    [InlineData("X-Nothing", 0, 10)]
    public async Task Refused_Read_WaitsAsLongAsToldAndIsRepeated(string header, int seconds, int expectedWait)
    {
        await using var host = await IntercomHost.StartAsync();
        var value = header == "X-RateLimit-Reset" ? host.Time.GetUtcNow().ToUnixTimeSeconds() + seconds : seconds;
        host.Server.Answers(
            Refusal.With(header, value.ToString(CultureInfo.InvariantCulture)), ScriptedAnswer.Json(Me));

        var me = host.Client.Teammates.GetMeAsync(host.Deadline);
        await host.SleepsAfterAsync(RateLimited);
        host.Time.Advance(TimeSpan.FromSeconds(expectedWait) - TimeSpan.FromMilliseconds(1));
        host.Server.Requests.Count.ShouldBe(1);
        me.IsCompleted.ShouldBeFalse();
        host.Time.Advance(Spread + TimeSpan.FromMilliseconds(1));

        (await me).Id.ShouldBe("9001");
        host.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Refused_OneCall_AllCallersPause()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(Refusal.With("Retry-After", "5"), ScriptedAnswer.Json(Me));

        var refused = host.Client.WithPriority(CallPriority.Sync).Teammates.GetMeAsync(host.Deadline);
        await host.SleepsAfterAsync(RateLimited);
        var other = host.Client.Teammates.GetMeAsync(host.Deadline);
        await Eventually.HoldsAsync(() => host.Time.WaitingTimers == 2, cancellationToken: host.Deadline);
        host.Server.Requests.Count.ShouldBe(1);
        host.Time.Advance(TimeSpan.FromSeconds(5) + Spread);

        await Task.WhenAll(refused, other);
        host.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Refused_AgainAndAgain_IsAnErrorInTheEnd()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(Refusal.With("Retry-After", "1"));

        var me = host.Client.Teammates.GetMeAsync(host.Deadline);
        for (var refusals = 1; refusals <= 5; refusals++)
        {
            await host.SleepsAfterAsync(RateLimited, refusals);
            host.Time.Advance(TimeSpan.FromSeconds(2));
        }

        var exception = await Should.ThrowAsync<IntercomApiException>(me);
        exception.Code.ShouldBe("rate_limit_exceeded");
        exception.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Answered_LittleRemaining_TheRestIsKeptForReplies()
    {
        await using var host = await IntercomHost.StartAsync();
        var reset = host.Time.GetUtcNow().AddSeconds(6).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        host.Server.Answers(ScriptedAnswer.Json(Me)
            .With("X-RateLimit-Limit", "100").With("X-RateLimit-Remaining", "15").With("X-RateLimit-Reset", reset));
        await host.Client.Teammates.GetMeAsync(host.Deadline);

        // Of 100 calls our share is 80, and 20 of them are the replies' reserve.
        var sync = host.Client.WithPriority(CallPriority.Sync).Teammates.GetMeAsync(host.Deadline);
        await Eventually.HoldsAsync(() => host.Time.WaitingTimers == 1, cancellationToken: host.Deadline);
        await host.Client.Teammates.GetMeAsync(host.Deadline);
        sync.IsCompleted.ShouldBeFalse();
        host.Time.Advance(TimeSpan.FromSeconds(6));

        await sync;
        host.Server.Requests.Count.ShouldBe(3);
    }
}
