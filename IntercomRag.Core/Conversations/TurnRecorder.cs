using System.Diagnostics;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Telemetry;
using Microsoft.Extensions.Logging;
using static IntercomRag.Core.Telemetry.TurnTelemetry;

namespace IntercomRag.Core.Conversations;

/// <summary>Step "record": the memory for the next turn, the trace's attributes, the metrics and one line of log.</summary>
public sealed partial class TurnRecorder(IConversationStateStore memories, TimeProvider time, ILogger<TurnRecorder> logger)
{
    public TurnOutcome Silent(SilenceReason reason, Decision? decision = null)
    {
        TurnSpan?.SetTag(Attributes.Silence, CodeName.Of(reason));
        Turns.Add(1, new KeyValuePair<string, object?>(Attributes.Action, CodeName.Of(AssistantAction.Silent)), new(Attributes.Reason, CodeName.Of(reason)));
        LogSilent(reason);
        return TurnOutcome.Silent(reason, decision);
    }

    public async Task<TurnOutcome> RecordAsync(TurnContext context, ActionResult result, CancellationToken cancellationToken)
    {
        var decision = result.Decision;
        Tag(context, decision);
        if (result.Silence is { } silence)
        {
            return Silent(silence, decision);
        }

        var turn = context.Turn;
        var clarified = decision.Action == AssistantAction.Clarify && decision.Reason != Reason.Greeting;
        await memories.SaveAsync(
            turn.Subject,
            new ConversationMemory(
                turn.Trigger.Id,
                Clarifications: clarified ? turn.Memory.Clarifications + 1 : 0,
                Offer: decision.Action == AssistantAction.Offer,
                Articles: result.Articles.Count > 0 ? result.Articles : turn.Memory.Articles),
            cancellationToken);

        Turns.Add(1, new KeyValuePair<string, object?>(Attributes.Action, CodeName.Of(decision.Action)), new(Attributes.Reason, CodeName.Of(decision.Reason)));
        TimeToReply.Record((time.GetUtcNow() - turn.Trigger.CreatedAt).TotalSeconds);
        LogActed(decision.Action, decision.Reason, decision.RuleId, decision.Confidence, turn.Burst.Count);
        return TurnOutcome.Acted(decision);
    }

    // The steps are spans of their own; what the turn came to belongs to the span around them.
    private static Activity? TurnSpan =>
        Activity.Current is { OperationName: Spans.Record, Parent: { } turn } ? turn : Activity.Current;

    private static void Tag(TurnContext context, Decision decision) =>
        TurnSpan?
            .SetTag(Attributes.Language, context.Understanding.Language)
            .SetTag(Attributes.BurstSize, context.Turn.Burst.Count)
            .SetTag(Attributes.Intent, CodeName.Of(decision.Intent))
            .SetTag(Attributes.Action, CodeName.Of(decision.Action))
            .SetTag(Attributes.Reason, CodeName.Of(decision.Reason))
            .SetTag(Attributes.Rule, decision.RuleId)
            .SetTag(Attributes.Confidence, decision.Confidence)
            .SetTag(Attributes.Articles, context.Evidence.Articles.Select(article => article.Article.Key.ToString()).ToArray());

    [LoggerMessage(1, LogLevel.Information, "Turn: {Action} because {Reason} (rule {Rule}, confidence {Confidence:0.00}, {Messages} messages)")]
    private partial void LogActed(AssistantAction action, Reason reason, string rule, double confidence, int messages);

    [LoggerMessage(2, LogLevel.Debug, "Turn: silent because {Reason}")]
    private partial void LogSilent(SilenceReason reason);
}
