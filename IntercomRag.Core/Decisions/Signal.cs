namespace IntercomRag.Core.Decisions;

/// <summary>
/// What a message shows. Each has its phrases in <c>policies/escalation.&lt;language&gt;.json</c>; all but <see cref="Yes"/> and
/// <see cref="No"/> have examples in <c>policies/intents.&lt;language&gt;.jsonl</c> as well.
/// </summary>
public enum Signal
{
    HumanRequest,
    UrgentProblem,

    /// <summary>Law and privacy: a lawyer, a request about the own data, data that got out.</summary>
    LegalPrivacy,
    Refund,
    CancelAccount,
    Complaint,
    Unhelpful,
    Feedback,
    Technical,
    Thanks,
    Greeting,
    Yes,
    No,
    Vague,

    /// <summary>Nothing that a support team is there for: the weather, a poem, homework.</summary>
    OffTopic,
}
