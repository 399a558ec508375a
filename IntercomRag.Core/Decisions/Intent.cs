namespace IntercomRag.Core.Decisions;

/// <summary>What the customer wants. The French names in the remarks are those of the support teams that this list comes from.</summary>
public enum Intent
{
    /// <summary>A question that the Help Center may answer (<c>question_faq</c>).</summary>
    FaqQuestion,

    /// <summary>Something technical: an error, an integration, a device (<c>question_technique</c>).</summary>
    TechnicalQuestion,

    /// <summary>Harm is happening now: everything is down, money is gone, an account was taken (<c>probleme_urgent</c>).</summary>
    UrgentProblem,

    /// <summary>The customer asks for a person (<c>demande_humain</c>).</summary>
    HumanRequest,

    /// <summary>An opinion, a suggestion, a thank-you (<c>feedback</c>).</summary>
    Feedback,

    /// <summary>Too little to go on (<c>information_incomplete</c>).</summary>
    IncompleteInformation,

    /// <summary>Nothing that this support team is there for (<c>hors_sujet</c>).</summary>
    OffTopic,
}
