namespace IntercomRag.Core.Decisions;

/// <summary>What phrases can tell about a message. Each has its phrases in <c>policies/escalation.&lt;language&gt;.json</c>.</summary>
public enum Signal
{
    HumanRequest,
    UrgentProblem,
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
}
