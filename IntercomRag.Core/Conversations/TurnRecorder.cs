using IntercomRag.Core.Conversations.Inbox;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using static IntercomRag.Core.Telemetry.TelemetryNames;
using static IntercomRag.Core.Telemetry.TurnTelemetry;

namespace IntercomRag.Core.Conversations;

/// <summary>Step "record": the memory for the next turn, what came of it in the trace, the metrics and one line of log.</summary>
public sealed partial class TurnRecorder(
    IConversationStateStore memories, IOptions<TurnOptions> options, TimeProvider time, ILogger<TurnRecorder> logger)
{
    public TurnOutcome Silent(SilenceReason reason, Decision? decision = null)
    {
        TurnTracer.Silent(reason);
        Turns.Add(1, new KeyValuePair<string, object?>(Attributes.Action, CodeName.Of(AssistantAction.Silent)), new(Attributes.Reason, CodeName.Of(reason)));
        LogSilent(reason);
        return TurnOutcome.Silent(reason, decision);
    }

    public async Task<TurnOutcome> RecordAsync(SubjectKey conversation, PlanResult result, CancellationToken cancellationToken)
    {
        var plan = result.Plan;
        var decision = plan.Decision;
        if (result.Again is { } delay)
        {
            TurnTracer.Again(delay);
            return new TurnOutcome(decision, null, delay);
        }

        if (result.Silence is { } silence)
        {
            var silent = Silent(silence, decision);
            return silence is SilenceReason.Superseded or SilenceReason.GivenBack ? silent with { Again = options.Value.MergeDelay } : silent;
        }

        await memories.SaveAsync(conversation, plan.Memory, cancellationToken);
        Turns.Add(1, new KeyValuePair<string, object?>(Attributes.Action, CodeName.Of(decision.Action)), new(Attributes.Reason, CodeName.Of(decision.Reason)));
        TimeToReply.Record((time.GetUtcNow() - plan.AskedAt).TotalSeconds);
        LogActed(decision.Action, decision.Reason, decision.RuleId, decision.Confidence, plan.Messages);
        return TurnOutcome.Acted(decision);
    }

    [LoggerMessage(1, LogLevel.Information, "Turn: {Action} because {Reason} (rule {Rule}, confidence {Confidence:0.00}, {Messages} messages)")]
    private partial void LogActed(AssistantAction action, Reason reason, string rule, double confidence, int messages);

    [LoggerMessage(2, LogLevel.Debug, "Turn: silent because {Reason}")]
    private partial void LogSilent(SilenceReason reason);
}
