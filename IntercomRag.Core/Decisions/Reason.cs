namespace IntercomRag.Core.Decisions;

/// <summary>Why a decision was taken. Written to traces and notes in snake_case; routing rules name them.</summary>
public enum Reason
{
    /// <summary>The Help Center answers the question.</summary>
    Evidence,

    /// <summary>The customer asked for a person.</summary>
    HumanRequest,

    /// <summary>The customer accepted the offer of a person.</summary>
    OfferAccepted,

    /// <summary>Harm is happening now.</summary>
    UrgentProblem,

    /// <summary>A matter of law or of the customer's own data.</summary>
    LegalPrivacy,

    /// <summary>The customer wants money back.</summary>
    Refund,

    /// <summary>The customer wants to leave.</summary>
    CancelAccount,

    /// <summary>The customer complains.</summary>
    Complaint,

    /// <summary>Answers did not help, repeatedly.</summary>
    Frustration,

    /// <summary>The last answer did not help.</summary>
    AnswerUnhelpful,

    /// <summary>The conversation goes on for too long without a result.</summary>
    TooManyExchanges,

    /// <summary>The Help Center does not answer this well enough.</summary>
    LowConfidence,

    /// <summary>The message is about nothing that the team is there for.</summary>
    OffTopic,

    /// <summary>The message says too little.</summary>
    TooVague,

    /// <summary>The message is a file or a picture without words.</summary>
    AttachmentOnly,

    /// <summary>The customer gives an opinion.</summary>
    Feedback,

    /// <summary>The customer says thank you.</summary>
    Thanks,

    /// <summary>The customer only greets.</summary>
    Greeting,

    /// <summary>The customer declined the offer of a person.</summary>
    OfferDeclined,

    /// <summary>The assistant itself failed.</summary>
    SystemError,
}
