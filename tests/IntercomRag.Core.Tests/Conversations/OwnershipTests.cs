using IntercomRag.Core.Conversations;
using IntercomRag.Core.Policies;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Conversations;

public sealed class OwnershipTests
{
    private static readonly List<Team> Teams = [new("5001", "Support"), new("5002", "Billing")];

    public static TheoryData<string, ConversationBuilder, SilenceReason?> Cases => new()
    {
        { "a question", new ConversationBuilder().Customer("?"), null },
        { "answered", new ConversationBuilder().Customer("?").Assistant("!"), SilenceReason.NothingNew },
        { "agent replied", new ConversationBuilder().Customer("?").Agent("!").Customer("?"), SilenceReason.HumanReplied },
        { "agent replied by taking it", new ConversationBuilder().Customer("?").Agent("!", new Assignee(AssigneeKind.Admin, ConversationBuilder.AgentId)).Customer("?"), SilenceReason.HumanReplied },
        { "agent only noted", new ConversationBuilder().Customer("?").AgentNote("hm").Customer("?"), null },
        { "agent took it", new ConversationBuilder().Customer("?").AgentAssigns(AssigneeKind.Admin, ConversationBuilder.AgentId), SilenceReason.HumanAssigned },
        { "agent gave it to a team", new ConversationBuilder().Customer("?").AgentAssigns(AssigneeKind.Team, "5001"), SilenceReason.HumanAssigned },
        { "handed over", new ConversationBuilder().Customer("?").AssistantAssignsTeam("5001").Assistant("!").Customer("and?"), SilenceReason.HandedOver },
        { "workflow sorted it", new ConversationBuilder().Customer("?").WorkflowAssignsTeam("5001"), null },
        { "given back after a reply", new ConversationBuilder().Customer("?").Agent("!").Customer("?").AgentAssigns(AssigneeKind.Admin, ConversationBuilder.BotAdminId), null },
        { "given back, then a reply again", new ConversationBuilder().Agent("!").AgentAssigns(AssigneeKind.Admin, ConversationBuilder.BotAdminId).Agent("!").Customer("?"), SilenceReason.HumanReplied },
        { "unassigned is not given back", new ConversationBuilder().Customer("?").Agent("!").AgentAssigns(AssigneeKind.Nobody, "").Customer("?"), SilenceReason.HumanReplied },
        { "assigned without a part", new ConversationBuilder().Customer("?").AssignedAdmin(ConversationBuilder.AgentId), SilenceReason.HumanAssigned },
        { "assigned to the assistant", new ConversationBuilder().Customer("?").AssignedAdmin(ConversationBuilder.BotAdminId), null },
        { "switched off by tag", new ConversationBuilder().Customer("?").Tag("Assistant-Off"), SilenceReason.SwitchedOffByTag },
        { "closed", new ConversationBuilder().Customer("?").Closed(), SilenceReason.Closed },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void SilenceFor_Conversation_IsOwnedAsItShows(string name, ConversationBuilder conversation, SilenceReason? expected) =>
        Create(ShippedPolicies.Set).SilenceFor(conversation.BuildTurn(), Teams).ShouldBe(expected, name);

    [Fact]
    public void SilenceFor_ContactWithTheSwitchOffTag_IsSilent() =>
        Create(ShippedPolicies.Set)
            .SilenceFor(new ConversationBuilder().Customer("?").BuildTurn(customer: ConversationBuilder.Profile with { Tags = ["assistant-off"] }), Teams)
            .ShouldBe(SilenceReason.SwitchedOffByTag);

    [Fact]
    public void SilenceFor_SwitchedOffTeam_IsSilent()
    {
        var policies = With(policy => policy with { SwitchOff = new SwitchOffPolicy([], ["Billing"]) });

        Create(policies).SilenceFor(new ConversationBuilder().Customer("?").WorkflowAssignsTeam("5002").BuildTurn(), Teams)
            .ShouldBe(SilenceReason.SwitchedOffByTeam);
    }

    [Fact]
    public void SilenceFor_OutsideRollout_IsSilent()
    {
        var policies = With(policy => policy with { Rollout = new RolloutPolicy(0) });

        Create(policies).SilenceFor(new ConversationBuilder().Customer("?").BuildTurn(), Teams).ShouldBe(SilenceReason.OutsideRollout);
    }

    [Fact]
    public void SilenceFor_HandledMessage_IsSilent() =>
        Create(ShippedPolicies.Set)
            .SilenceFor(new ConversationBuilder().Customer("?").BuildTurn(ConversationMemory.Empty with { HandledUpTo = "p1" }), Teams)
            .ShouldBe(SilenceReason.NothingNew);

    public static TheoryData<string, ConversationBuilder, GiveBackPolicy, SilenceReason?> GiveBacks => new()
    {
        { "tag after the human's word", new ConversationBuilder().Customer("?").Agent("!").Customer("?").Tag("assistant-on"), new(true, "assistant-on", false), null },
        { "tag before the human's word", new ConversationBuilder().Customer("?").Tag("assistant-on").Agent("!").Customer("?"), new(true, "assistant-on", false), SilenceReason.HumanReplied },
        { "tag while assigned without a part", new ConversationBuilder().Customer("?").AssignedAdmin(ConversationBuilder.AgentId).Tag("assistant-on"), new(true, "assistant-on", false), null },
        { "tag that is not the one", new ConversationBuilder().Customer("?").Agent("!").Tag("vip").Customer("?"), new(true, "assistant-on", false), SilenceReason.HumanReplied },
        { "no tag agreed", new ConversationBuilder().Customer("?").Agent("!").Tag("assistant-on").Customer("?"), new(true, null, false), SilenceReason.HumanReplied },
        { "customer reopens", new ConversationBuilder().Customer("?").Agent("!").AgentCloses().Customer("?"), new(true, null, true), null },
        { "customer reopens after a closing word", new ConversationBuilder().Customer("?").AgentCloses("Bye").Customer("?"), new(true, null, true), null },
        { "customer reopens what an agent still has", new ConversationBuilder().Customer("?").Agent("!").AgentCloses().Customer("?").AssignedAdmin(ConversationBuilder.AgentId), new(true, null, true), null },
        { "human comes back after the reopening", new ConversationBuilder().Customer("?").Agent("!").AgentCloses().Customer("?").Agent("!").Customer("?"), new(true, null, true), SilenceReason.HumanReplied },
        { "reopening not agreed", new ConversationBuilder().Customer("?").Agent("!").AgentCloses().Customer("?"), new(true, null, false), SilenceReason.HumanReplied },
        { "assignment not agreed", new ConversationBuilder().Customer("?").Agent("!").AgentAssigns(AssigneeKind.Admin, ConversationBuilder.BotAdminId).Customer("?"), new(false, null, false), SilenceReason.HumanAssigned },
    };

    [Theory]
    [MemberData(nameof(GiveBacks))]
    public void SilenceFor_GiveBack_CountsAsThePolicySays(string name, ConversationBuilder conversation, GiveBackPolicy giveBack, SilenceReason? expected) =>
        Create(With(policy => policy with { GiveBack = giveBack })).SilenceFor(conversation.BuildTurn(), Teams).ShouldBe(expected, name);

    [Fact]
    public void SilenceFor_HandedOverToTheTeamThatHadItAlready_IsSilentUntilItIsGivenBack()
    {
        var conversation = new ConversationBuilder().Customer("?").WorkflowAssignsTeam("5001").Assistant("!").Customer("?");
        var memory = ConversationMemory.Empty with { HandledUpTo = "p1", HandedOver = true };

        Create(ShippedPolicies.Set).SilenceFor(conversation.BuildTurn(memory), Teams).ShouldBe(SilenceReason.HandedOver);
        Create(ShippedPolicies.Set)
            .SilenceFor(conversation.AgentAssigns(AssigneeKind.Admin, ConversationBuilder.BotAdminId).Customer("?").BuildTurn(memory), Teams)
            .ShouldBeNull();
    }

    [Fact]
    public void SilenceFor_MoreRepliesInAnHourThanAllowed_IsSilent()
    {
        var builder = new ConversationBuilder();
        for (var i = 0; i < 20; i++)
        {
            builder.Customer("I am out of office.").Assistant("!");
        }

        Create(ShippedPolicies.Set).SilenceFor(builder.Customer("I am out of office.").BuildTurn(), Teams).ShouldBe(SilenceReason.TooManyReplies);
    }

    private static PolicySet With(Func<AssistantPolicy, AssistantPolicy> change) =>
        ShippedPolicies.Set with { Assistant = change(ShippedPolicies.Set.Assistant) };

    private static Ownership Create(PolicySet policies) =>
        new(policies.Assistant, new CustodyReader(policies.Assistant, new AssistantIdentity(ConversationBuilder.BotAdminId)));
}
