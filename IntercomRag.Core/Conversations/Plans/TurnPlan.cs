using IntercomRag.Core.Decisions;

namespace IntercomRag.Core.Conversations.Plans;

/// <summary>
/// All that a turn is going to do, stored before the first call: whoever takes over after a crash does the rest of it, and decides nothing anew.
/// </summary>
/// <param name="BurstId">The customer's oldest message that the plan answers.</param>
/// <param name="TriggerId">The customer's newest message that the plan answers.</param>
/// <param name="AskedAt">When that message was written.</param>
/// <param name="SeenUpTo">Id of the newest part that the conversation had when the plan was made.</param>
/// <param name="Messages">How many messages of the customer it answers.</param>
/// <param name="Steps">In order.</param>
/// <param name="Memory">What to remember once the steps are done.</param>
/// <param name="Merges">How often in a row an answer gave way because the customer was still writing.</param>
public sealed record TurnPlan(
    string BurstId,
    string TriggerId,
    DateTimeOffset AskedAt,
    string SeenUpTo,
    int Messages,
    Decision Decision,
    IReadOnlyList<PlanStep> Steps,
    ConversationMemory Memory,
    int Merges = 0)
{
    public bool IsHandover => Decision.Action == AssistantAction.Escalate;

    /// <summary>Some of it may have been sent.</summary>
    public bool IsBegun => Steps.Any(step => step.StartedAt is not null);

    /// <summary>Nothing of it was sent: the next turn answers what it would have answered.</summary>
    public TurnPlan GiveWay() => this with { Steps = [.. Steps.Select(step => step with { StartedAt = null })], Merges = Merges + 1 };

    /// <summary>Index of the first part after the oldest message that the plan answers.</summary>
    public int StartIn(Conversation now) => After(BurstId, now);

    /// <summary>Index of the first part that was not there when the plan was made.</summary>
    public int MadeIn(Conversation now) => After(SeenUpTo, now);

    /// <summary>
    /// What the assistant did since that message. A public reply counts only when it is newer than the plan: an earlier turn's may have
    /// arrived below the message, which it did not know.
    /// </summary>
    /// <param name="since">Index of the first message since the assistant last got the conversation back: an earlier handover is another one.</param>
    public IReadOnlyList<Message> OursIn(Conversation now, int since)
    {
        var (start, made) = (StartIn(now), MadeIn(now));
        start = since <= made ? Math.Max(start, since) : start;
        return [.. now.Messages.Where((message, i) => message.Author.Kind == AuthorKind.Assistant && i >= (message.IsPublic ? made : start))];
    }

    // By time when Intercom, which returns the newest 500 parts, does not return that one any more.
    private int After(string id, Conversation now)
    {
        for (var i = now.Messages.Count - 1; i >= 0; i--)
        {
            if (now.Messages[i].Id == id)
            {
                return i + 1;
            }
        }

        return now.Messages.TakeWhile(message => message.CreatedAt < AskedAt).Count();
    }

    /// <summary>
    /// The message that a human takes over answers everything above it, also what was written since the plan was made. Other replies answer only
    /// what they were composed for.
    /// </summary>
    public TurnPlan Covering(Turn now) =>
        now.Burst.Count == 0 ? this : this with { Memory = Memory with { HandledUpTo = now.Trigger.Id } };

    /// <summary>Whether what the plan answers has been handled: by this plan, or a later one.</summary>
    public bool IsHandledIn(Turn turn) =>
        turn.Memory.HandledUpTo is { } handled
        && (handled == TriggerId
            || turn.Conversation.Messages.SkipWhile(message => message.Id != TriggerId).Any(message => message.Id == handled));

    public TurnPlan WithStep(int index, PlanStep step) => this with { Steps = [.. Steps.Select((old, i) => i == index ? step : old)] };
}
