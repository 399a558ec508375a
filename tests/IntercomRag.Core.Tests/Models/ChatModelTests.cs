using IntercomRag.Core.Models;
using IntercomRag.Core.Models.Budget;
using IntercomRag.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntercomRag.Core.Tests.Models;

public sealed class ChatModelTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Ask_Answered_IsValueAndUsage()
    {
        var server = new ScriptedChatClient("""{"intent":"faq_question","signals":[],"mood":"calm"}""", new UsageDetails { InputTokenCount = 5 });

        var answer = await AskAsync(server);

        answer.Value.ShouldNotBeNull().Intent.ShouldBe("faq_question");
        (answer.Failure, answer.Usage!.InputTokenCount).ShouldBe((null, 5));
        server.Asked.ShouldHaveSingleItem().Select(message => (message.Role, message.Text)).ShouldBe(
            [(ChatRole.System, "You sort."), (ChatRole.User, "Where is Ada's invoice?")]);
    }

    [Fact]
    public async Task Ask_Unreadable_IsFailureWithUsage()
    {
        var answer = await AskAsync(new ScriptedChatClient("no", new UsageDetails { InputTokenCount = 5 }));

        (answer.Value, answer.Failure, answer.Usage!.InputTokenCount).ShouldBe((null, ModelFailure.Unreadable, 5));
    }

    [Theory]
    [InlineData(ModelFailure.BudgetSpent)]
    [InlineData(ModelFailure.NotRecorded)]
    [InlineData(ModelFailure.CircuitOpen)]
    public async Task Ask_ClientFails_IsItsFailure(ModelFailure failure) =>
        (await AskAsync(new ScriptedChatClient((_, _) => throw new ModelException(failure, "no")))).Failure.ShouldBe(failure);

    [Fact]
    public async Task Ask_Defect_IsUnavailable() =>
        (await AskAsync(new ScriptedChatClient((_, _) => throw new InvalidOperationException()))).Failure.ShouldBe(ModelFailure.Unavailable);

    [Fact]
    public async Task Ask_CancelledByTheCaller_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var server = new ScriptedChatClient((_, token) => Task.FromCanceled<ChatResponse>(token));

        await Should.ThrowAsync<OperationCanceledException>(() => Model(server).AskAsync<Reading>(Questions.Ask(), cancelled.Token));
    }

    [Fact]
    public async Task Ask_TimeOfTheTurnOver_IsTooSlowAndAsksNobodyAnyMore()
    {
        var server = new ScriptedChatClient(async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
            throw new InvalidOperationException("It waits for ever.");
        });
        var question = Questions.Ask() with { Turn = new TurnAllowance(_time, TimeSpan.FromSeconds(20)) };

        var answer = Model(server).AskAsync<Reading>(question, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(20));

        (await answer).Failure.ShouldBe(ModelFailure.TooSlow);
        (await Model(server).AskAsync<Reading>(question, TestContext.Current.CancellationToken)).Failure.ShouldBe(ModelFailure.TooSlow);
        server.Asked.Count.ShouldBe(1);
    }

    private Task<ModelAnswer<Reading>> AskAsync(ScriptedChatClient server) =>
        Model(server).AskAsync<Reading>(Questions.Ask(), TestContext.Current.CancellationToken);

    private ChatModel Model(ScriptedChatClient server) =>
        new(server, Options.Create(new ModelOptions { Name = "small" }), _time, NullLogger<ChatModel>.Instance);
}
