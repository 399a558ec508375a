using IntercomRag.Core.Intercom.Errors;
using IntercomRag.Core.Tests.Intercom.Support;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Intercom;

public sealed class ReadRetryTests
{
    private const int Retrying = 1102;
    private const string Me = """{"id":"9001"}""";

    public static TheoryData<string, object> Failures => new()
    {
        { "broken connection", ScriptedAnswer.BreakOff },
        { "500", ScriptedAnswer.Error(500, "server_error") },
        { "503", ScriptedAnswer.Json("<html>", 503) },
        { "408", ScriptedAnswer.Error(408, "request_timeout") },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Read_ServerFails_IsTriedAgainAfterAWait(string failure, object answer)
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers((ScriptedAnswer)answer, (ScriptedAnswer)answer, ScriptedAnswer.Json(Me));

        var me = host.Client.Teammates.GetMeAsync(host.Deadline);
        await host.SleepsAfterAsync(Retrying);
        host.Server.Requests.Count.ShouldBe(1, failure);
        host.Time.AdvanceToNextTimer();
        await host.SleepsAfterAsync(Retrying, times: 2);
        host.Time.AdvanceToNextTimer();

        (await me).Id.ShouldBe("9001");
        host.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Read_ServerKeepsFailing_GivesUpAfterTheAttempts()
    {
        await using var host = await IntercomHost.StartAsync(("Intercom:Attempts", "2"));
        host.Server.Answers(ScriptedAnswer.Error(502, "server_error"));

        var me = host.Client.Teammates.GetMeAsync(host.Deadline);
        await host.SleepsAfterAsync(Retrying);
        host.Time.AdvanceToNextTimer();

        (await Should.ThrowAsync<IntercomApiException>(me)).IsTransient.ShouldBeTrue();
        host.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Read_NoAnswerInTime_IsTriedAgain()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Hang, ScriptedAnswer.Json(Me));

        var me = host.Client.Teammates.GetMeAsync(host.Deadline);
        await Eventually.HoldsAsync(() => host.Server.Requests.Count == 1, cancellationToken: host.Deadline);
        host.Time.Advance(TimeSpan.FromSeconds(19));
        host.Log.Count(Retrying).ShouldBe(0);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.SleepsAfterAsync(Retrying);
        host.Time.AdvanceToNextTimer();

        (await me).Id.ShouldBe("9001");
    }

    [Fact]
    public async Task Read_NothingListens_IsUnavailableAndTransient()
    {
        await using var host = await IntercomHost.StartUnreachableAsync();

        var me = host.Client.Teammates.GetMeAsync(host.Deadline);
        for (var tries = 1; tries < 4; tries++)
        {
            await host.SleepsAfterAsync(Retrying, tries);
            host.Time.AdvanceToNextTimer();
        }

        (await Should.ThrowAsync<IntercomUnavailableException>(me)).IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Read_Cancelled_StopsWhileItWaits()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Error(500, "server_error"));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(host.Deadline);

        var me = host.Client.Teammates.GetMeAsync(cancellation.Token);
        await host.SleepsAfterAsync(Retrying);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(me);
        host.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Read_CancelledInFlight_Stops()
    {
        await using var host = await IntercomHost.StartAsync();
        host.Server.Answers(ScriptedAnswer.Hang);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(host.Deadline);

        var me = host.Client.Teammates.GetMeAsync(cancellation.Token);
        await Eventually.HoldsAsync(() => host.Server.Requests.Count == 1, cancellationToken: host.Deadline);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(me);
    }
}
