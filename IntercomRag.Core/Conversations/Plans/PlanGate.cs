namespace IntercomRag.Core.Conversations.Plans;

/// <summary>Whether a step may still be taken, asked just before it. Pure.</summary>
public sealed class PlanGate(Ownership ownership, CustodyReader custody)
{
    /// <summary>Null when it may.</summary>
    /// <param name="now">The conversation as it is now.</param>
    /// <param name="first">Nothing of the plan has been done yet.</param>
    /// <param name="mayMerge">The customer's newer messages may still be waited for.</param>
    public SilenceReason? SilenceFor(Turn now, TurnPlan plan, PlanStep step, bool first, IReadOnlyList<Team> teams, bool mayMerge)
    {
        var since = custody.Read(now.Conversation).Since;
        if (since > plan.MadeIn(now.Conversation))
        {
            return SilenceReason.GivenBack;
        }

        // A handover begins with its note; one that does not is the rest of another.
        if (plan.IsHandover && (!first || step is not NoteStep))
        {
            return ownership.SwitchedOff(now) ?? HumanSince(now.Conversation, Math.Max(plan.StartIn(now.Conversation), since));
        }

        var silence = ownership.SilenceFor(now, teams);
        if (step is QuickRepliesStep)
        {
            // Under the reply that was just sent nothing may be new: the buttons would answer a question of the past.
            return silence switch
            {
                SilenceReason.NothingNew => null,
                null when now.Trigger.Id == plan.TriggerId => null,
                null => SilenceReason.Superseded,
                _ => silence,
            };
        }

        var superseded = silence is null && !plan.IsHandover && mayMerge && now.Trigger.Id != plan.TriggerId;
        return superseded ? SilenceReason.Superseded : silence;
    }

    // Our own assignment is part of the plan, and so is the teammate to whom Intercom passes a team's conversations by itself. A human who acts
    // has the conversation, and nobody needs to be told about a handover any more.
    private SilenceReason? HumanSince(Conversation now, int start) => now.Messages
        .Skip(start)
        .Where(message => message.Author.Kind == AuthorKind.Agent)
        .Select(custody.Takes)
        .FirstOrDefault(taken => taken is not null);
}
