using IntercomRag.Core.Models;
using IntercomRag.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static IntercomRag.ModelStub.Tests.Prompts;

namespace IntercomRag.ModelStub.Tests;

/// <summary>What the client makes of a server that fails, over real HTTP.</summary>
public sealed class ModelFaultTests
{
    [Theory]
    [InlineData("rate_limited", ModelFailure.RateLimited, 2)]
    [InlineData("server_error", ModelFailure.Unavailable, 2)]
    [InlineData("half_stream", ModelFailure.Unavailable, 2)]
    [InlineData("short_stream", ModelFailure.Unavailable, 2)]
    [InlineData("unauthorized", ModelFailure.Refused, 1)]
    [InlineData("broken_json", ModelFailure.Unreadable, 1)]
    [InlineData("empty", ModelFailure.Unreadable, 1)]
    public async Task Ask_ServerThatFails_IsItsFailureAfterTheAttemptsAllowed(string kind, ModelFailure failure, int attempts)
    {
        await using var stub = StubHost.Start(("ModelStub:RetryAfter", "0"));
        using var client = new Client(stub.Endpoint);
        await stub.BehaveAsync(kind);

        var answer = await client.AskAsync<Answer>();

        (answer.Value, answer.Failure).ShouldBe((null, failure));
        (await stub.RequestsAsync()).Count.ShouldBe(attempts);
        ShouldTellNothing(client);
    }

    [Theory]
    [InlineData("rate_limited")]
    [InlineData("server_error")]
    [InlineData("half_stream")]
    public async Task Ask_ServerThatRecovers_IsAnswered(string kind)
    {
        await using var stub = StubHost.Start(("ModelStub:RetryAfter", "0"));
        using var client = new Client(stub.Endpoint);
        await stub.BehaveAsync(kind, times: 1);

        (await client.AskAsync<Answer>()).Value.ShouldNotBeNull().Answerable.ShouldBeTrue();
    }

    [Fact]
    public async Task Ask_ToldToWaitTooLong_DoesNot()
    {
        await using var stub = StubHost.Start(("ModelStub:RetryAfter", "60"));
        using var client = new Client(stub.Endpoint);
        await stub.BehaveAsync("rate_limited");

        (await client.AskAsync<Answer>()).Failure.ShouldBe(ModelFailure.RateLimited);
        (await stub.RequestsAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("hangs", 10)]
    [InlineData("slow", 10)]
    [InlineData("stalls", 5)]
    public async Task Ask_SilentServer_IsTooSlow(string kind, int seconds)
    {
        var time = new FakeTimeProvider();
        await using var stub = StubHost.Start(time);
        using var client = new Client(stub.Endpoint, time);
        await stub.BehaveAsync(kind);

        var answer = client.AskAsync<Answer>();
        await Eventually.HoldsAsync(async () => (await stub.RequestsAsync()).Count == 1, cancellationToken: TestContext.Current.CancellationToken);

        // Pieces of an answer that has begun start the patience anew, so the clock goes on until it is lost.
        await Eventually.HoldsAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return answer.IsCompleted;
            },
            cancellationToken: TestContext.Current.CancellationToken);

        (await answer).Failure.ShouldBe(ModelFailure.TooSlow);
        (time.GetUtcNow() - new FakeTimeProvider().GetUtcNow()).TotalSeconds.ShouldBeInRange(seconds, 120);
    }

    [Fact]
    public async Task Ask_NobodyThere_IsUnavailableAndSoonLeftAlone()
    {
        using var client = new Client("http://127.0.0.1:1/v1", settings: ("Model:Attempts", "1"));
        (await client.HealthAsync()).ShouldBe(HealthStatus.Healthy);
        for (var i = 0; i < 4; i++)
        {
            (await client.AskAsync<Answer>()).Failure.ShouldBe(ModelFailure.Unavailable);
        }

        (await client.AskAsync<Answer>()).Failure.ShouldBe(ModelFailure.CircuitOpen);
        (await client.HealthAsync()).ShouldBe(HealthStatus.Degraded);
        ShouldTellNothing(client);
    }

    [Fact]
    public async Task Ask_CancelledByTheCaller_Throws()
    {
        await using var stub = StubHost.Start();
        using var client = new Client(stub.Endpoint);
        using var cancelled = new CancellationTokenSource();
        await stub.BehaveAsync("hangs");

        var answer = client.Model.AskAsync<Answer>(Client.Question(), cancelled.Token);
        await Eventually.HoldsAsync(async () => (await stub.RequestsAsync()).Count == 1, cancellationToken: TestContext.Current.CancellationToken);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task Ask_BudgetSpent_AsksNobody()
    {
        await using var stub = StubHost.Start();
        using var client = new Client(stub.Endpoint, settings: ("Model:TokensPerConversation", "10"));
        (await client.AskAsync<Answer>()).Failure.ShouldBeNull();

        (await client.AskAsync<Answer>()).Failure.ShouldBe(ModelFailure.BudgetSpent);

        (await stub.RequestsAsync()).Count.ShouldBe(1);
    }

    private static void ShouldTellNothing(Client client)
    {
        client.Logs.Text.ShouldNotContain(Client.Key);
        client.Logs.Text.ShouldNotContain("refund", Case.Insensitive);
    }
}
