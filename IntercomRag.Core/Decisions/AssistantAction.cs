namespace IntercomRag.Core.Decisions;

public enum AssistantAction
{
    /// <summary>Say nothing.</summary>
    Silent,

    /// <summary>Answer from the Help Center.</summary>
    Answer,

    /// <summary>Ask one question back.</summary>
    Clarify,

    /// <summary>Ask whether a human should take over.</summary>
    Offer,

    /// <summary>Hand over to a team.</summary>
    Escalate,

    /// <summary>Take feedback or thanks, and acknowledge it.</summary>
    Collect,
}
