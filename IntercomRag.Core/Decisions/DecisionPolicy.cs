using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Decisions;

/// <summary>
/// Step "decide": from signals to a decision. Pure: the same signals and the same policy give the same decision. The rules are asked in
/// the order in which they stand; the first that fits decides.
/// </summary>
public sealed class DecisionPolicy(AssistantPolicy policy)
{
    /// <summary>Evidence cannot change the outcome for these signals, so the search can be left out.</summary>
    public Decision? DecideWithoutEvidence(Signals signals)
    {
        var intent = IntentOf(signals);
        if (signals.OfferPending && signals.Has(Signal.Yes))
        {
            return Escalate(Reason.OfferAccepted, "offer.accepted", intent, Priority.Normal, signals);
        }

        if (intent == Intent.HumanRequest)
        {
            return By(policy.Intents[intent], Reason.HumanRequest, "intent.human_request", intent, signals);
        }

        if (intent == Intent.UrgentProblem)
        {
            return By(policy.Intents[intent], Reason.UrgentProblem, "intent.urgent_problem", intent, signals);
        }

        if (SensitiveTopicOf(signals) is { } topic)
        {
            return By(policy.SensitiveTopics[topic], topic, "topic.sensitive", intent, signals);
        }

        if (signals.Unhelpful >= policy.Thresholds.UnhelpfulAnswers)
        {
            return Escalate(Reason.Frustration, "frustration.repeated", intent, Priority.High, signals);
        }

        if (signals.Exchanges >= policy.Thresholds.Exchanges)
        {
            return Escalate(Reason.TooManyExchanges, "exchanges.limit", intent, Priority.Normal, signals);
        }

        if (signals.OfferPending && signals.Has(Signal.No))
        {
            return new Decision(AssistantAction.Collect, Reason.OfferDeclined, "offer.declined", intent, Priority.Low, signals.Confidence);
        }

        if (signals.AttachmentOnly)
        {
            return ClarifyOrOffer(Reason.AttachmentOnly, "clarify.attachment", signals);
        }

        if (signals.Has(Signal.Thanks) && !signals.Has(Signal.Unhelpful))
        {
            return new Decision(AssistantAction.Collect, Reason.Thanks, "smalltalk.thanks", Intent.Feedback, Priority.Low, signals.Confidence);
        }

        if (signals.Has(Signal.Greeting))
        {
            return new Decision(
                AssistantAction.Clarify, Reason.Greeting, "smalltalk.greeting", Intent.IncompleteInformation, Priority.Low, signals.Confidence);
        }

        if (signals.Unhelpful > 0 && signals.Has(Signal.Unhelpful))
        {
            return new Decision(AssistantAction.Offer, Reason.AnswerUnhelpful, "frustration.first", intent, Priority.Normal, signals.Confidence);
        }

        if (intent == Intent.Feedback)
        {
            return By(policy.Intents[intent], Reason.Feedback, "intent.feedback", intent, signals);
        }

        return intent == Intent.IncompleteInformation ? ClarifyOrOffer(Reason.TooVague, "intent.incomplete_information", signals) : null;
    }

    /// <summary>The decision once the evidence is known.</summary>
    public Decision Decide(Signals signals)
    {
        if (DecideWithoutEvidence(signals) is { } decision)
        {
            return decision;
        }

        var intent = IntentOf(signals);
        if (signals.Confidence >= policy.Thresholds.Answer)
        {
            // What the Help Center answers is its subject, whatever it sounds like elsewhere.
            var question = intent == Intent.OffTopic ? Intent.FaqQuestion : intent;
            return By(policy.Intents[question], Reason.Evidence, "evidence.sufficient", question, signals);
        }

        if (intent == Intent.OffTopic)
        {
            return By(policy.Intents[intent], Reason.OffTopic, "intent.off_topic", intent, signals);
        }

        // Two words that find nothing are more often a question not put yet than one that nobody has answered.
        if (signals.InformativeWords <= 2 && signals.Clarifications < policy.Thresholds.Clarifications)
        {
            return new Decision(
                AssistantAction.Clarify, Reason.TooVague, "evidence.none_and_short", Intent.IncompleteInformation, Priority.Low, signals.Confidence);
        }

        return new Decision(policy.OnLowConfidence, Reason.LowConfidence, "evidence.low", intent, Priority.Normal, signals.Confidence);
    }

    /// <summary>The decision when nothing could be understood or found, because the assistant itself failed.</summary>
    public static Decision HandOverAfterFailure(string ruleId) =>
        new(AssistantAction.Escalate, Reason.SystemError, ruleId, Intent.FaqQuestion, Priority.High, Confidence: 0);

    /// <summary>The gravest intent that the signals show.</summary>
    public static Intent IntentOf(Signals signals) =>
        signals switch
        {
            _ when signals.Has(Signal.HumanRequest) => Intent.HumanRequest,
            _ when signals.Has(Signal.UrgentProblem) => Intent.UrgentProblem,
            _ when signals.Has(Signal.Feedback) => Intent.Feedback,
            _ when signals.Has(Signal.Vague) || signals.AttachmentOnly => Intent.IncompleteInformation,
            _ when signals.Has(Signal.OffTopic) => Intent.OffTopic,
            _ when signals.Has(Signal.Technical) => Intent.TechnicalQuestion,
            _ => Intent.FaqQuestion,
        };

    private static Reason? SensitiveTopicOf(Signals signals) =>
        signals switch
        {
            _ when signals.Has(Signal.LegalPrivacy) => Reason.LegalPrivacy,
            _ when signals.Has(Signal.Refund) => Reason.Refund,
            _ when signals.Has(Signal.CancelAccount) => Reason.CancelAccount,
            _ when signals.Has(Signal.Complaint) => Reason.Complaint,
            _ => null,
        };

    private Decision ClarifyOrOffer(Reason reason, string ruleId, Signals signals) =>
        signals.Clarifications < policy.Thresholds.Clarifications
            ? By(policy.Intents[Intent.IncompleteInformation], reason, ruleId, Intent.IncompleteInformation, signals)
            : new Decision(AssistantAction.Offer, reason, ruleId + ".again", Intent.IncompleteInformation, Priority.Normal, signals.Confidence);

    private static Decision By(ActionPolicy action, Reason reason, string ruleId, Intent intent, Signals signals) =>
        new(action.Action, reason, ruleId, intent, action.Priority, signals.Confidence);

    private static Decision Escalate(Reason reason, string ruleId, Intent intent, Priority priority, Signals signals) =>
        new(AssistantAction.Escalate, reason, ruleId, intent, priority, signals.Confidence);
}
