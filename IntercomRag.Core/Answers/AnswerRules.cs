namespace IntercomRag.Core.Answers;

/// <summary>Ids of the rules by which an answer that was decided is not given; traces and notes name them.</summary>
public static class AnswerRules
{
    /// <summary>What was found does not hold as an answer: unpublished a moment ago, or most of what the model wrote stands in no passage.</summary>
    public const string Unsupported = "answer.unsupported";

    /// <summary>The model says that the passages do not answer.</summary>
    public const string NotAnswerable = "answer.not_answerable";

    /// <summary>The model failed, and the policy wants its quotation read by the team first.</summary>
    public const string Suggested = "answer.suggested";

    /// <summary>The model failed, and the policy wants no quotation instead.</summary>
    public const string ModelFailed = "answer.model_failed";
}
