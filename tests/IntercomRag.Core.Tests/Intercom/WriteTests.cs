using System.Diagnostics;
using System.Globalization;
using System.Net;
using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Tests.Intercom.Support;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Intercom;

/// <summary>A write is sent now or not at all, and what is said of it afterwards is certain.</summary>
public sealed class WriteTests
{
    private const int Retrying = 1102;
    private const string Me = """{"id":"9001"}""";

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(250);

    public static TheoryData<string, object> Failures => new()
    {
        { "broken connection", ScriptedAnswer.BreakOff },
        { "500", ScriptedAnswer.Error(500, "server_error") },
        { "503", ScriptedAnswer.Json("<html>", 503) },
        { "408", ScriptedAnswer.Error(408, "request_timeout") },
        { "unreadable answer", ScriptedAnswer.Json("<html>") },
        { "answer without the new part", ScriptedAnswer.Json("""{"id":"8"}""") },
    };

    private static ScriptedAnswer Accepted => ScriptedAnswer.Json(Samples.AfterWrite("77"));

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Write_FailsAfterItWasSent_IsUnknownAndNotRepeated(string failure, object answer)
    {
        await using var host = await IntercomHost.StartAsync();

        // A pooled connection, which the handler itself would repeat a request on if it were allowed to.
        host.Server.Answers(ScriptedAnswer.Json(Me), (ScriptedAnswer)answer, Accepted);
        await host.Client.Teammates.GetMeAsync(host.Deadline);

        var exception = await Should.ThrowAsync<IntercomWriteUnknownException>(() => ReplyAsync(host));

        exception.Endpoint.ShouldBe("POST /conversations/{id}/reply");
        exception.IsTransient.ShouldBeFalse();
        host.Server.Requests.Count.ShouldBe(2, failure);
    }

    [Fact]
    public async Task Write_NoAnswerInTime_IsUnknownAndNotRepeated()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Hang);

        var reply = ReplyAsync(host);
        await Eventually.HoldsAsync(() => host.Server.Requests.Count == 1, cancellationToken: host.Deadline);
        host.Time.Advance(LongestDelay);
        reply.IsCompleted.ShouldBeFalse("the limit is for leaving, not for the answer");
        host.Time.Advance(TimeSpan.FromSeconds(20));

        await Should.ThrowAsync<IntercomWriteUnknownException>(reply);
        host.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(302)]
    public async Task Write_IntercomSaysNo_IsAnApiError(int status)
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Error(status, "no"), Accepted);

        ((int)(await Should.ThrowAsync<IntercomApiException>(() => ReplyAsync(host))).Status).ShouldBe(status);
        host.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Retry-After", 7, 7)]
    [InlineData("X-RateLimit-Reset", 4, 4)]
    [InlineData("X-Nothing", 0, 10)]
    public async Task Write_RateLimited_IsRefusedAtOnceAndSaysWhen(string header, int seconds, int expectedWait)
    {
        await using var host = await IntercomHost.StartAsync();
        var value = header == "X-RateLimit-Reset" ? host.Time.GetUtcNow().ToUnixTimeSeconds() + seconds : seconds;
        host.Server.Answers(ScriptedAnswer.Error(429, "rate_limit_exceeded").With(header, value.ToString(CultureInfo.InvariantCulture)), Accepted);

        var exception = await Should.ThrowAsync<IntercomWriteRefusedException>(() => ReplyAsync(host));

        exception.IsTransient.ShouldBeTrue();
        exception.RetryAfter.ShouldBeInRange(TimeSpan.FromSeconds(expectedWait), TimeSpan.FromSeconds(expectedWait + 1));
        exception.InnerException.ShouldBeOfType<IntercomApiException>().Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Should.ThrowAsync<IntercomWriteRefusedException>(() => ReplyAsync(host))).RetryAfter.ShouldBe(exception.RetryAfter);
        host.Server.Requests.Count.ShouldBe(1);

        host.Time.Advance(exception.RetryAfter);
        (await ReplyAsync(host)).ShouldBe("77");
    }

    [Fact]
    public async Task Write_BudgetUsedUp_IsRefusedAndNothingIsSent()
    {
        await using var host = await IntercomHost.StartAsync(("Intercom:RateLimit:CallsPerWindow", "1"), ("Intercom:RateLimit:Share", "1"));
        host.Server.Answers(Accepted);
        await ReplyAsync(host);

        var exception = await Should.ThrowAsync<IntercomWriteRefusedException>(() => ReplyAsync(host));

        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(10));
        host.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Write_BudgetFreeSoonEnough_WaitsForIt()
    {
        await using var host = await IntercomHost.StartAsync(("Intercom:RateLimit:CallsPerWindow", "1"), ("Intercom:RateLimit:Share", "1"));
        host.Server.Answers(Accepted);
        await ReplyAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(9.8));

        var reply = ReplyAsync(host);
        await Eventually.HoldsAsync(() => host.Time.WaitingTimers > 0, cancellationToken: host.Deadline);
        host.Server.Requests.Count.ShouldBe(1);
        host.Time.Advance(TimeSpan.FromSeconds(0.2));

        (await reply).ShouldBe("77");
        host.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Write_NothingListens_IsTriedAgainWithinTheDelayAndThenRefused()
    {
        await using var host = await IntercomHost.StartUnreachableAsync();

        var began = host.Time.GetTimestamp();
        var reply = ReplyAsync(host);
        for (var tries = 1; !reply.IsCompleted; tries++)
        {
            await Eventually.HoldsAsync(
                () => reply.IsCompleted || host.Log.Count(Retrying) >= tries && host.Time.WaitingTimers > 0, cancellationToken: host.Deadline);
            host.Time.Advance(reply.IsCompleted ? TimeSpan.Zero : TimeSpan.FromMilliseconds(50));
        }

        var exception = await Should.ThrowAsync<IntercomWriteRefusedException>(reply);
        exception.RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(500));
        exception.InnerException.ShouldBeOfType<HttpRequestException>();
        host.Log.Count(Retrying).ShouldBeInRange(1, 5);
        host.Time.GetElapsedTime(began).ShouldBeLessThanOrEqualTo(LongestDelay);
    }

    [Fact]
    public async Task Write_ServerComesUpWithinTheDelay_IsSentOnce()
    {
        await using var host = await IntercomHost.StartUnreachableAsync();
        var reply = ReplyAsync(host);
        await host.SleepsAfterAsync(Retrying);

        await using var server = await ScriptedIntercom.StartAsync(host.Server.Address);
        server.Answers(Accepted);
        host.Time.Advance(TimeSpan.FromMilliseconds(50));

        (await reply).ShouldBe("77");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Write_ConnectionTakesTooLong_IsRefusedAndNeverSentLater()
    {
        // Full backlog: the connection is neither accepted nor refused, as behind a firewall that drops packets.
        using var full = new FullBacklog();
        await using var host = await IntercomHost.StartAtAsync(full.Address);

        var reply = ReplyAsync(host);
        await Eventually.HoldsAsync(() => host.Time.WaitingTimers > 0, cancellationToken: host.Deadline);
        host.Time.Advance(LongestDelay);

        (await Should.ThrowAsync<IntercomWriteRefusedException>(reply)).InnerException.ShouldBeOfType<TimeoutException>();
    }

    [Fact]
    public async Task Write_CancelledInFlight_IsUnknownAndNotCancelled()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Hang);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(host.Deadline);

        var reply = ReplyAsync(host, cancellation.Token);
        await Eventually.HoldsAsync(() => host.Server.Requests.Count == 1, cancellationToken: host.Deadline);
        await cancellation.CancelAsync();

        (await Should.ThrowAsync<IntercomWriteUnknownException>(reply)).InnerException.ShouldBeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public async Task Write_CancelledBeforeItLeaves_IsCancelledAndNothingIsSent()
    {
        using var full = new FullBacklog();
        await using var host = await IntercomHost.StartAtAsync(full.Address);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(host.Deadline);

        var reply = ReplyAsync(host, cancellation.Token);
        await Eventually.HoldsAsync(() => host.Time.WaitingTimers > 0, cancellationToken: host.Deadline);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reply);
    }

    [Fact]
    public async Task Write_CancelledAtAnyMoment_IsCancelledOnlyWhenNothingLeft()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(Accepted);
        await ReplyAsync(host);
        var (cancelled, left) = (0, 0);
        for (var moment = 0; moment < 200; moment++)
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(host.Deadline);
            var reply = ReplyAsync(host, cancellation.Token);
            SpinFor(TimeSpan.FromMicroseconds(moment * 15));
            await cancellation.CancelAsync();
            try
            {
                await reply;
                left++;
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
            catch (IntercomWriteUnknownException)
            {
                left++;
            }
        }

        await ReplyAsync(host);
        TestContext.Current.TestOutputHelper?.WriteLine($"{cancelled} cancelled before they left, {left} after");
        host.Server.Requests.Count.ShouldBeLessThanOrEqualTo(left + 2);
        cancelled.ShouldBePositive();
        left.ShouldBePositive();
    }

    [Fact]
    public async Task Write_HostAddsHandlersToAllClients_PassesThemBy()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(Accepted);

        await ReplyAsync(host);

        host.Elsewhere.Calls.ShouldBe(0);
    }

    private static async Task<string> ReplyAsync(IntercomHost host, CancellationToken? cancellationToken = null) =>
        (await host.Client.Conversations.ReplyAsync("8", "<p>once</p>", cancellationToken ?? host.Deadline)).Id;

    private static void SpinFor(TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            Thread.SpinWait(10);
        }
    }
}
