using System.Diagnostics;
using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Retrieval;
using static IntercomRag.Core.Telemetry.TurnTelemetry;

namespace IntercomRag.Core.Conversations;

/// <summary>The way of a turn: load, own, understand, retrieve, decide, act, record.</summary>
public sealed class TurnPipeline(
    TurnLoader loader,
    Ownership ownership,
    IIntercomWorkspace workspace,
    TurnReader reader,
    Retriever retriever,
    DecisionPolicy policy,
    TurnActor actor,
    TurnRecorder recorder)
{
    public async Task<TurnOutcome> RunAsync(SubjectKey conversation, CancellationToken cancellationToken)
    {
        Activity.Current?.SetTag(Attributes.ConversationId, conversation.Id);
        var turn = await Step(Spans.Load, () => loader.LoadAsync(conversation, cancellationToken));
        if (turn is null)
        {
            return recorder.Silent(SilenceReason.ConversationGone);
        }

        var teams = await workspace.ListTeamsAsync(cancellationToken);
        if (Step(Spans.Own, () => ownership.SilenceFor(turn, teams)) is { } silence)
        {
            return recorder.Silent(silence);
        }

        var understanding = Step(Spans.Understand, () => reader.Read(turn));
        var evidence = await Step(Spans.Retrieve, () => retriever.RetrieveAsync(turn, understanding.Language, cancellationToken));
        var decision = Step(Spans.Decide, () => policy.Decide(understanding.Signals with { Confidence = evidence.Confidence }));
        var context = new TurnContext(turn, understanding, evidence, decision, teams);
        var result = await Step(Spans.Act, () => actor.ActAsync(context, cancellationToken));
        return await Step(Spans.Record, () => recorder.RecordAsync(context, result, cancellationToken));
    }

    private static T Step<T>(string name, Func<T> step)
    {
        using var span = Source.StartActivity(name);
        return step();
    }

    private static async Task<T> Step<T>(string name, Func<Task<T>> step)
    {
        using var span = Source.StartActivity(name);
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
