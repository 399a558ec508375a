using System.Diagnostics;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Models.Budget;
using IntercomRag.Core.Retrieval;
using Microsoft.Extensions.Options;
using IntercomRag.Core.Telemetry;
using static IntercomRag.Core.Telemetry.TelemetryNames;

namespace IntercomRag.Core.Conversations;

/// <summary>The way of a turn: resume what an earlier one left, then load, own, understand, retrieve, decide, plan, act, record.</summary>
public sealed class TurnPipeline(
    TurnLoader loader,
    Ownership ownership,
    IIntercomWorkspace workspace,
    TurnReader reader,
    ModelReader modelReader,
    Retriever retriever,
    DecisionPolicy policy,
    TurnPlanner planner,
    PlanRunner runner,
    TurnRecorder recorder,
    TurnTracer tracer,
    IOptions<TurnOptions> options,
    TimeProvider time)
{
    private readonly TurnOptions _options = options.Value;

    public async Task<TurnOutcome> RunAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        using var span = TurnTracer.Begin(request.Conversation);
        try
        {
            return await RunStepsAsync(request, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }

    private async Task<TurnOutcome> RunStepsAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        var teams = await workspace.ListTeamsAsync(cancellationToken);
        var turn = await Step(Spans.Load, () => loader.LoadAsync(request.Conversation, cancellationToken));
        if (turn is not null && request.Journal.Unfinished is { IsBegun: true } unfinished)
        {
            var resumed = await Step(Spans.Resume, () => ResumeAsync(turn, unfinished, teams, request.Journal, cancellationToken));
            if (resumed is { Again: not null, Silence: null })
            {
                return resumed;
            }

            turn = await Step(Spans.Load, () => loader.LoadAsync(request.Conversation, cancellationToken));
        }

        if (turn is null)
        {
            return recorder.Silent(SilenceReason.ConversationGone);
        }

        TurnTracer.Loaded(turn);
        var silence = Step(Spans.Own, () => ownership.SilenceFor(turn, teams));
        var untold = silence == SilenceReason.HandedOver && Ownership.IsHandoverUntold(turn);
        if (silence is not null && !untold)
        {
            return recorder.Silent(silence.Value);
        }

        var merges = request.Journal.Unfinished?.Merges ?? 0;
        var plan = untold
            ? PlanWithoutSearch(turn, teams, "system.plan_lost", planner.PlanRestOfHandover)
            : await PlanAsync(turn, teams, request, cancellationToken) with { Merges = merges };
        var result = await Step(Spans.Act, () => runner.CarryOutAsync(turn, plan, teams, request.Journal, cancellationToken));
        var outcome = await Step(Spans.Record, () => recorder.RecordAsync(turn.Subject, result, cancellationToken));
        return outcome.Silence is null && outcome.Again is null && await HasMoreAsync(turn, result.Plan, teams, cancellationToken)
            ? outcome with { Again = _options.MergeDelay }
            : outcome;
    }

    /// <summary>
    /// Whether the customer wrote while the reply was on its way. That message stands above the reply, so a search for waiting customers does not
    /// find it should its webhook be lost.
    /// </summary>
    private async Task<bool> HasMoreAsync(Turn turn, TurnPlan plan, IReadOnlyList<Team> teams, CancellationToken cancellationToken) =>
        await loader.ReloadAsync(turn with { Memory = plan.Memory }, cancellationToken) is { } now && ownership.SilenceFor(now, teams) is null;

    private async Task<TurnOutcome> ResumeAsync(
        Turn turn, TurnPlan plan, IReadOnlyList<Team> teams, ITurnJournal journal, CancellationToken cancellationToken)
    {
        tracer.Planned(turn, plan);

        // A turn can end after it was recorded and before its lease was completed.
        if (plan.IsHandledIn(turn))
        {
            return TurnOutcome.Acted(plan.Decision);
        }

        var result = await runner.CarryOutAsync(turn, plan, teams, journal, cancellationToken);
        return await recorder.RecordAsync(turn.Subject, result, cancellationToken);
    }

    /// <summary>
    /// What to do about the burst. When that takes too long, or has failed too often, the plan is to hand over: the customer must not wait for
    /// what does not work.
    /// </summary>
    private async Task<TurnPlan> PlanAsync(Turn turn, IReadOnlyList<Team> teams, TurnRequest request, CancellationToken cancellationToken)
    {
        if (request.Attempt >= _options.HandoverAttempt)
        {
            return PlanWithoutSearch(turn, teams, "system.failed", planner.PlanAfterFailure);
        }

        turn = turn with { Allowance = new TurnAllowance(time, _options.ModelWithin) };
        using var deadline = new CancellationTokenSource(_options.AnswerWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await DecideAsync(turn, teams, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return PlanWithoutSearch(turn, teams, "system.too_slow", planner.PlanAfterFailure);
        }
    }

    private async Task<TurnPlan> DecideAsync(Turn turn, IReadOnlyList<Team> teams, CancellationToken cancellationToken)
    {
        var understanding = await Step(
            Spans.Understand, async () => tracer.Understood(turn, await modelReader.ReadAsync(turn, reader.Read(turn), cancellationToken)));
        turn = turn with { Question = understanding.Opinion?.Question };
        var evidence = await Step(
            Spans.Retrieve, async () => tracer.Retrieved(turn, await retriever.RetrieveAsync(turn, understanding.Language, cancellationToken)));
        var decision = Step(Spans.Decide, () => policy.Decide(understanding.Signals with { Confidence = evidence.Confidence }));
        var context = new TurnContext(turn, understanding, evidence, decision, teams);
        return tracer.Planned(turn, await Step(Spans.Plan, () => planner.PlanAsync(context, cancellationToken)));
    }

    private TurnPlan PlanWithoutSearch(Turn turn, IReadOnlyList<Team> teams, string ruleId, Func<TurnContext, TurnPlan> create)
    {
        var understanding = Step(Spans.Understand, () => tracer.Understood(turn, reader.Skim(turn)));
        var context = new TurnContext(turn, understanding, Evidence.None, DecisionPolicy.HandOverAfterFailure(ruleId), teams);
        return tracer.Planned(turn, Step(Spans.Plan, () => create(context)));
    }

    private static T Step<T>(string name, Func<T> step)
    {
        using var span = TurnTelemetry.Source.StartActivity(name);
        return step();
    }

    private static async Task<T> Step<T>(string name, Func<Task<T>> step)
    {
        using var span = TurnTelemetry.Source.StartActivity(name);
        try
        {
            return await step();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }
}
