namespace IntercomRag.Core.Policies;

/// <summary>The messages there are; a language file must have them all.</summary>
public enum MessageKey
{
    Greeting,
    AnswerIntro,
    HelpfulArticles,
    Clarify,
    ClarifyAttachment,
    ClarifyChoice,
    Welcome,
    OfferHuman,
    OfferHumanUnknown,
    OptionYes,
    OptionNo,
    OfferDeclined,
    Thanks,
    Feedback,
    Handover,
    HandoverHumanRequest,
    HandoverRefund,
    HandoverCancelAccount,
    HandoverComplaint,
    HandoverUrgentProblem,
    HandoverFrustration,
    HandoverLowConfidence,
    HandoverOpen,
    HandoverClosed,
    OpeningToday,
    OpeningTomorrow,
    OpeningOn,
}
