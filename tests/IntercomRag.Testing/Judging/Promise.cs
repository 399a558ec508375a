namespace IntercomRag.Testing.Judging;

/// <summary>What the product promises of every conversation.</summary>
public enum Promise
{
    /// <summary>Every message is answered, handed over, or was a human's to answer.</summary>
    NothingLost,

    /// <summary>One public reply a burst, one note, one assignment and one message a handover.</summary>
    NothingDoubled,

    /// <summary>Nothing is said, and nobody assigned, once a human has the conversation.</summary>
    SilentAfterHuman,

    /// <summary>A handover that was begun is completed.</summary>
    HandoverCompleted,

    /// <summary>No older question is answered after a newer one was.</summary>
    InOrder,
}
