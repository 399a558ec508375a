using IntercomRag.Core.Answers;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Handoff;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Conversations;

/// <summary>Step "act": composes, looks once more, sends.</summary>
public sealed class TurnActor(
    PolicySet policies,
    ReplyComposer composer,
    ConsultedArticles consulted,
    HandoverPlanner planner,
    Handover handover,
    AgentNote notes,
    LastLook lastLook,
    IIntercomWorkspace workspace,
    TimeProvider time)
{
    public async Task<ActionResult> ActAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Decision.Action == AssistantAction.Silent)
        {
            return new ActionResult(context.Decision, null, []);
        }

        if (context.Decision.Action == AssistantAction.Escalate)
        {
            return await HandOverAsync(context, cancellationToken);
        }

        var reply = await composer.ComposeAsync(
            context.Turn, context.Understanding, context.Decision, context.Evidence, cancellationToken);
        if (reply is null)
        {
            // What was found does not hold as an answer, for instance because the article was unpublished a moment ago.
            var instead = context.Decision with
            {
                Action = AssistantAction.Escalate,
                Reason = Reason.LowConfidence,
                RuleId = "answer.unsupported",
            };
            return await HandOverAsync(context with { Decision = instead }, cancellationToken);
        }

        return await SendAsync(context, reply, cancellationToken);
    }

    private async Task<ActionResult> SendAsync(TurnContext context, Reply reply, CancellationToken cancellationToken)
    {
        var (turn, decision) = (context.Turn, context.Decision);
        if (await lastLook.SilenceForAsync(turn, context.Teams, cancellationToken) is { } silence)
        {
            return new ActionResult(decision, silence, []);
        }

        if (policies.Assistant.Mode == AssistantMode.Suggestion)
        {
            await workspace.AddNoteAsync(turn.Conversation.Id, notes.Draft(reply.Html, context.Understanding, decision), cancellationToken);
            return new ActionResult(decision, null, reply.Articles);
        }

        await workspace.ReplyAsync(turn.Conversation.Id, reply.Html, cancellationToken);
        if (reply.Options.Count > 0)
        {
            await workspace.OfferQuickRepliesAsync(turn.Conversation.Id, reply.Options, cancellationToken);
        }

        return new ActionResult(decision, null, reply.Articles);
    }

    private async Task<ActionResult> HandOverAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        var articles = await consulted.ReadAsync(context, cancellationToken);
        var plan = planner.Plan(turn, context.Understanding, context.Decision, articles, context.Teams, time.GetUtcNow());
        if (await lastLook.SilenceForAsync(turn, context.Teams, cancellationToken) is { } silence and not SilenceReason.Superseded)
        {
            return new ActionResult(context.Decision, silence, []);
        }

        if (policies.Assistant.Mode == AssistantMode.Suggestion)
        {
            await workspace.AddNoteAsync(turn.Conversation.Id, plan.NoteHtml, cancellationToken);
        }
        else
        {
            await handover.CarryOutAsync(turn, plan, cancellationToken);
        }

        return new ActionResult(context.Decision, null, []);
    }
}
