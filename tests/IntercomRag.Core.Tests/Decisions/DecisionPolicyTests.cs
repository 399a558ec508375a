using IntercomRag.Core.Decisions;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Decisions;

public sealed class DecisionPolicyTests
{
    private static readonly AssistantPolicy Policy = ShippedPolicies.Set.Assistant;

    private static readonly Signals Question = new(
        new HashSet<Signal>(), Unhelpful: 0, Exchanges: 0, Clarifications: 0, OfferPending: false, InformativeWords: 5, AttachmentOnly: false, Confidence: 0.8);

    [Theory]
    [InlineData(0.4, AssistantAction.Answer, "evidence.sufficient")]
    [InlineData(0.39, AssistantAction.Escalate, "evidence.low")]
    public void Decide_Confidence_AnswersFromTheThresholdOn(double confidence, AssistantAction action, string rule) =>
        Outcome(Question with { Confidence = confidence }).ShouldBe((action, rule));

    [Theory]
    [InlineData(Signal.HumanRequest, AssistantAction.Escalate, Reason.HumanRequest, Priority.High)]
    [InlineData(Signal.UrgentProblem, AssistantAction.Escalate, Reason.UrgentProblem, Priority.Urgent)]
    [InlineData(Signal.LegalPrivacy, AssistantAction.Escalate, Reason.LegalPrivacy, Priority.High)]
    [InlineData(Signal.Refund, AssistantAction.Escalate, Reason.Refund, Priority.High)]
    [InlineData(Signal.CancelAccount, AssistantAction.Escalate, Reason.CancelAccount, Priority.High)]
    [InlineData(Signal.Complaint, AssistantAction.Escalate, Reason.Complaint, Priority.High)]
    [InlineData(Signal.Feedback, AssistantAction.Collect, Reason.Feedback, Priority.Low)]
    [InlineData(Signal.Thanks, AssistantAction.Collect, Reason.Thanks, Priority.Low)]
    [InlineData(Signal.Greeting, AssistantAction.Clarify, Reason.Greeting, Priority.Low)]
    [InlineData(Signal.Vague, AssistantAction.Clarify, Reason.TooVague, Priority.Low)]
    public void Decide_Signal_WinsOverGoodEvidence(Signal signal, AssistantAction action, Reason reason, Priority priority)
    {
        var decision = new DecisionPolicy(Policy).Decide(Question with { Shown = new HashSet<Signal> { signal } });

        (decision.Action, decision.Reason, decision.Priority).ShouldBe((action, reason, priority));
    }

    [Theory]
    [InlineData(1, AssistantAction.Offer, "frustration.first")]
    [InlineData(2, AssistantAction.Escalate, "frustration.repeated")]
    public void Decide_UnhelpfulAnswers_OffersThenEscalates(int unhelpful, AssistantAction action, string rule) =>
        Outcome(Question with { Unhelpful = unhelpful, Shown = new HashSet<Signal> { Signal.Unhelpful } }).ShouldBe((action, rule));

    [Theory]
    [InlineData(9, AssistantAction.Answer)]
    [InlineData(10, AssistantAction.Escalate)]
    public void Decide_Exchanges_EscalatesAfterTen(int exchanges, AssistantAction action) =>
        Outcome(Question with { Exchanges = exchanges }).Action.ShouldBe(action);

    [Theory]
    [InlineData(Signal.Yes, AssistantAction.Escalate, "offer.accepted")]
    [InlineData(Signal.No, AssistantAction.Collect, "offer.declined")]
    public void Decide_AnswerToAnOffer_IsTaken(Signal signal, AssistantAction action, string rule) =>
        Outcome(Question with { OfferPending = true, Shown = new HashSet<Signal> { signal } }).ShouldBe((action, rule));

    [Fact]
    public void Decide_YesWithoutAnOffer_IsAQuestion() =>
        Outcome(Question with { Shown = new HashSet<Signal> { Signal.Yes } }).Action.ShouldBe(AssistantAction.Answer);

    [Theory]
    [InlineData(0, AssistantAction.Clarify)]
    [InlineData(1, AssistantAction.Offer)]
    public void Decide_VagueMessage_IsAskedBackOnce(int clarifications, AssistantAction action) =>
        Outcome(Question with { Clarifications = clarifications, Shown = new HashSet<Signal> { Signal.Vague } }).Action.ShouldBe(action);

    [Fact]
    public void Decide_ShortMessageWithoutEvidence_IsAskedBack() =>
        Outcome(Question with { InformativeWords = 1, Confidence = 0.1 }).ShouldBe((AssistantAction.Clarify, "evidence.none_and_short"));

    [Theory]
    [InlineData(0.8, AssistantAction.Answer, "evidence.sufficient")]
    [InlineData(0.1, AssistantAction.Offer, "intent.off_topic")]
    public void Decide_OffTopic_IsDeclinedOnlyWhenTheHelpCenterHasNoAnswer(double confidence, AssistantAction action, string rule) =>
        Outcome(Question with { Confidence = confidence, Shown = new HashSet<Signal> { Signal.OffTopic } }).ShouldBe((action, rule));

    [Fact]
    public void Decide_GraveSignals_TheGravestWins() =>
        Outcome(Question with { Shown = new HashSet<Signal> { Signal.Refund, Signal.LegalPrivacy, Signal.UrgentProblem, Signal.OffTopic } })
            .ShouldBe((AssistantAction.Escalate, "intent.urgent_problem"));

    [Fact]
    public void Decide_LowConfidenceWithOfferPolicy_OffersAHuman()
    {
        var policy = new DecisionPolicy(Policy with { OnLowConfidence = AssistantAction.Offer });

        policy.Decide(Question with { Confidence = 0 }).Action.ShouldBe(AssistantAction.Offer);
    }

    private static (AssistantAction Action, string Rule) Outcome(Signals signals)
    {
        var decision = new DecisionPolicy(Policy).Decide(signals);
        return (decision.Action, decision.RuleId);
    }
}
