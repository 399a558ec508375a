using IntercomRag.Core.Conversations;
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
        { new ConversationBuilder().Customer("where is my October invoice").Assistant("…").Customer("how do I add a coach").Assistant("…").Customer("so where is the October invoice"), 1 },
        { new ConversationBuilder().Customer("où est ma facture ?").Assistant("…").Customer("OÙ EST MA FACTURE DE MARS"), 1 },
        { new ConversationBuilder().Customer("OÙ EST MA FACTURE").Assistant("…").Customer("CELLE DU MOIS DE MARS"), 0 }, // who always writes so does not shout
        { new ConversationBuilder().Customer("where is my invoice").Assistant("…").Customer("hello???"), 1 },
        { new ConversationBuilder().Customer("where is my invoice").Assistant("…").Customer("tu es vraiment un bot stupide"), 1 },
        { new ConversationBuilder().Customer("where is my invoice").Assistant("…").Customer("??").Assistant("…").Customer("you keep sending me the same thing"), 2 },
        { new ConversationBuilder().Customer("do you have a card").Assistant("…").Customer("yes I do").Assistant("…").Customer("yes I do"), 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Conversation_CountsTheLastTurnsInARow(ConversationBuilder conversation, int expected) =>
        Read(conversation.BuildTurn()).Unhelpful.ShouldBe(expected);

    [Theory]
    [InlineData("alors ??", true)]
    [InlineData("!!!", true)]
    [InlineData("et ma facture ??", false)]
    public void Read_LastMessage_PressesOnlyWithoutAQuestion(string last, bool expected) =>
        Read(new ConversationBuilder().Customer("où est ma facture ?").Assistant("…").Customer(last).BuildTurn()).IsPressing.ShouldBe(expected);

    private static FrustrationReading Read(Turn turn)
    {
        var reader = new SignalReader(ShippedPolicies.Set);
        return new Frustration(reader).Read(turn, reader.Read(turn.Text));
    }
}
