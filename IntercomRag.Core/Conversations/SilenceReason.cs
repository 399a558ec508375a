namespace IntercomRag.Core.Conversations;

/// <summary>Why the assistant says nothing.</summary>
public enum SilenceReason
{
    /// <summary>The conversation was deleted.</summary>
    ConversationGone,

    /// <summary>Nothing of the customer's waits for an answer.</summary>
    NothingNew,

    /// <summary>A human replied.</summary>
    HumanReplied,

    /// <summary>A human was assigned, or took the conversation.</summary>
    HumanAssigned,

    /// <summary>The assistant handed the conversation over.</summary>
    HandedOver,

    /// <summary>A tag of the conversation or the contact switches the assistant off.</summary>
    SwitchedOffByTag,

    /// <summary>The conversation belongs to a team that works without the assistant.</summary>
    SwitchedOffByTeam,

    /// <summary>The assistant has sent more than <c>limits.repliesPerHour</c> allows: something answers by itself on the other side.</summary>
    TooManyReplies,

    /// <summary>The contact is outside the share that the roll-out serves.</summary>
    OutsideRollout,

    /// <summary>The conversation is closed.</summary>
    Closed,

    /// <summary>While the answer was composed, the customer wrote again: the next turn answers both.</summary>
    Superseded,

    /// <summary>A human had the conversation and gave it back since this was decided: the next turn decides anew.</summary>
    GivenBack,
}
