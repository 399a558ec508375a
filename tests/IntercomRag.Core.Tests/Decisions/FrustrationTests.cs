using IntercomRag.Core.Decisions.Understanding;
using IntercomRag.Core.Tests.Conversations;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Decisions;

public sealed class FrustrationTests
{
    public static TheoryData<ConversationBuilder, int> Cases => new()
    {
        { new ConversationBuilder().Customer("ça ne marche toujours pas"), 0 },
        { new ConversationBuilder().Customer("où est ma facture ?").Assistant("…").Customer("ça ne m'aide pas"), 1 },
        { new ConversationBuilder().Customer("où est ma facture d'octobre ?").Assistant("…").Customer("non, la facture d'octobre, elle est où ?"), 1 },
        { new ConversationBuilder().Customer("where is my invoice").Assistant("…").Customer("that does not help").Assistant("…").Customer("still not what I asked"), 2 },
        { new ConversationBuilder().Customer("where is my invoice").Assistant("…").Customer("that does not help").Assistant("…").Customer("how do I add a coach"), 0 },
        { new ConversationBuilder().Customer("where is my invoice").Assistant("…").Customer("where is my receipt for the gift card"), 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void CountUnhelpful_Conversation_CountsTheLastTurnsInARow(ConversationBuilder conversation, int expected) =>
        new Frustration(ShippedPolicies.Set.Phrases).CountUnhelpful(conversation.BuildTurn()).ShouldBe(expected);
}
