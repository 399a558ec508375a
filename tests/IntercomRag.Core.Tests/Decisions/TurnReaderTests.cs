using IntercomRag.Core.Conversations;
using IntercomRag.Core.Decisions;
using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Tests.Conversations;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Decisions;

/// <summary>From the words of a conversation to a decision.</summary>
public sealed class TurnReaderTests
{
    internal static readonly TurnReader Reader = Create();

    [Theory]
    [InlineData("j'exige que vous effaciez mes données, sinon j'en parle à mon avocat", AssistantAction.Escalate, Reason.LegalPrivacy)]
    [InlineData("please delete every bit of personal data you hold on me", AssistantAction.Escalate, Reason.LegalPrivacy)]
    [InlineData("hi, any chance a human could take over?", AssistantAction.Escalate, Reason.HumanRequest)]
    [InlineData("on m'a volé ma carte ce matin, bloquez-la", AssistantAction.Escalate, Reason.UrgentProblem)]
    [InlineData("raconte-moi une blague", AssistantAction.Offer, Reason.OffTopic)]
    [InlineData("How do I refund a member who paid for the summer course twice?", AssistantAction.Escalate, Reason.LowConfidence)] // nothing found in this test
    public void Read_FirstMessage_LeadsToTheDecision(string text, AssistantAction action, Reason reason)
    {
        var decision = Decide(new ConversationBuilder().Customer(text));

        (decision.Action, decision.Reason).ShouldBe((action, reason));
    }

    [Fact]
    public void Read_CustomerPressesAfterAnAnswer_IsOfferedAHuman()
    {
        var decision = Decide(new ConversationBuilder().Customer("où est ma facture ?").Assistant("…").Customer("alors ??"));

        (decision.Action, decision.RuleId).ShouldBe((AssistantAction.Offer, "frustration.first"));
    }

    [Fact]
    public void Read_CustomerPressesThenInsults_IsHandedOver()
    {
        var decision = Decide(new ConversationBuilder()
            .Customer("où est ma facture ?").Assistant("…").Customer("???").Assistant("…").Customer("ce bot ne sert vraiment à rien"));

        (decision.Action, decision.RuleId).ShouldBe((AssistantAction.Escalate, "frustration.repeated"));
    }

    [Fact]
    public void Read_Refund_KeepsTheEvidence()
    {
        var understanding = Reader.Read(new ConversationBuilder().Customer("remboursez-moi svp").BuildTurn());

        var evidence = understanding.Evidence.ShouldHaveSingleItem();
        evidence.Signal.ShouldBe(Signal.Refund);
        evidence.Features.ShouldNotBeEmpty();
    }

    private static Decision Decide(ConversationBuilder conversation) =>
        new DecisionPolicy(ShippedPolicies.Set.Assistant).Decide(Reader.Read(conversation.BuildTurn()).Signals);

    private static TurnReader Create()
    {
        var policies = ShippedPolicies.Set;
        var signals = new SignalReader(policies);
        var custody = new CustodyReader(policies.Assistant, new AssistantIdentity(ConversationBuilder.BotAdminId));
        return new TurnReader(policies, signals, new LanguageDetector(policies), new Frustration(signals), custody);
    }
}
