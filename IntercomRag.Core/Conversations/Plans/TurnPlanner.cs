using IntercomRag.Core.Answers;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Handoff;
using IntercomRag.Core.Knowledge;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Step "plan": puts a decision into the writes that carry it out.</summary>
public sealed class TurnPlanner(
    AssistantPolicy policy,
    ReplyComposer composer,
    ConsultedArticles consulted,
    HandoverPlanner handovers,
    AgentNote notes,
    TurnTracer tracer,
    TimeProvider time)
{
    public async Task<TurnPlan> PlanAsync(TurnContext context, CancellationToken cancellationToken)
    {
        switch (context.Decision.Action)
        {
            case AssistantAction.Silent:
                return Create(context, [], []);

            case AssistantAction.Escalate:
                return await HandOverAsync(context, cancellationToken);
        }

        var (reply, ruleId) = await ComposeAsync(context, cancellationToken);
        if (reply is not null)
        {
            tracer.Composed(context.Turn, reply);
            return reply.IsSuggestion && policy.Mode == AssistantMode.Automatic
                ? await SuggestAsync(context, reply, cancellationToken)
                : Create(context, StepsFor(reply, context), reply.Articles);
        }

        // What was found does not hold as an answer, for instance because the article was unpublished a moment ago, or the model has read it and says so.
        var action = ruleId == AnswerRules.NotAnswerable ? policy.OnLowConfidence : AssistantAction.Escalate;
        var instead = context with { Decision = context.Decision with { Action = action, Reason = Reason.LowConfidence, RuleId = ruleId } };
        if (action == AssistantAction.Offer && (await ComposeAsync(instead, cancellationToken)).Reply is { } offer)
        {
            tracer.Composed(instead.Turn, offer);
            return Create(instead, StepsFor(offer, instead), offer.Articles);
        }

        return await HandOverAsync(instead, cancellationToken);
    }

    // Where customers are used to answers, nobody would look for a note: a team gets the conversation, and the draft in the one note of its handover.
    private async Task<TurnPlan> SuggestAsync(TurnContext context, Reply reply, CancellationToken cancellationToken)
    {
        var decision = context.Decision with { Action = AssistantAction.Escalate, Reason = Reason.SystemError, RuleId = AnswerRules.Suggested };
        var plan = await HandOverAsync(context with { Decision = decision }, cancellationToken);
        return plan with { Steps = [.. plan.Steps.Select(step => step is NoteStep note ? note with { Html = note.Html + DraftOf(reply, context) } : step)] };
    }

    private string DraftOf(Reply reply, TurnContext context) => notes.Draft(reply, context.Understanding, context.Decision);

    private Task<Composition> ComposeAsync(TurnContext context, CancellationToken cancellationToken) =>
        composer.ComposeAsync(context.Turn, context.Understanding, context.Decision, context.Evidence, cancellationToken);

    /// <summary>A handover that needs nothing but the conversation, because the assistant failed.</summary>
    public TurnPlan PlanAfterFailure(TurnContext context) =>
        Create(context, handovers.Plan(context.Turn, context.Understanding, context.Decision, [], context.Teams, time.GetUtcNow()), []);

    /// <summary>
    /// The rest of a handover that assigned the conversation and did not tell the customer, when its own plan was lost with the storage.
    /// </summary>
    public TurnPlan PlanRestOfHandover(TurnContext context)
    {
        var whole = PlanAfterFailure(context);
        return whole with { Steps = [.. whole.Steps.Where(step => step is not (NoteStep or AssignStep))] };
    }

    private async Task<TurnPlan> HandOverAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var articles = await consulted.ReadAsync(context, cancellationToken);
        var steps = handovers.Plan(context.Turn, context.Understanding, context.Decision, articles, context.Teams, time.GetUtcNow());
        return Create(context, steps, []);
    }

    private IReadOnlyList<PlanStep> StepsFor(Reply reply, TurnContext context)
    {
        if (policy.Mode == AssistantMode.Suggestion)
        {
            return [new NoteStep(DraftOf(reply, context), IsHandover: false)];
        }

        var answer = new ReplyStep(reply.Html);
        return reply.Options.Count > 0 ? [answer, new QuickRepliesStep(reply.Options)] : [answer];
    }

    private TurnPlan Create(TurnContext context, IReadOnlyList<PlanStep> steps, IReadOnlyList<ArticleKey> articles)
    {
        var (turn, decision) = (context.Turn, context.Decision);
        var clarified = decision.Action == AssistantAction.Clarify && decision.Reason != Reason.Greeting;
        var memory = new ConversationMemory(
            turn.Trigger.Id,
            Clarifications: clarified ? turn.Memory.Clarifications + 1 : 0,
            Offer: decision.Action == AssistantAction.Offer,
            Articles: articles.Count > 0 ? articles : turn.Memory.Articles,
            HandedOver: decision.Action == AssistantAction.Escalate && policy.Mode == AssistantMode.Automatic);
        return new TurnPlan(
            turn.Burst[0].Id, turn.Trigger.Id, turn.Trigger.CreatedAt, turn.Conversation.Messages[^1].Id, turn.Burst.Count, decision, steps, memory);
    }
}
