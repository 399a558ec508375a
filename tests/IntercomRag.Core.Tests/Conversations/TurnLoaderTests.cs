namespace IntercomRag.Core.Tests.Conversations;

public sealed class TurnLoaderTests
{
    [Fact]
    public void Create_SeveralMessagesSinceTheAnswer_AreOneBurst()
    {
        var turn = new ConversationBuilder().Customer("bonjour").Assistant("Bonjour !").Customer("une question").Customer("où est ma facture ?").BuildTurn();

        turn.Text.ShouldBe("une question\noù est ma facture ?");
        turn.Trigger.Id.ShouldBe("p4");
        turn.Before.Select(message => message.Id).ShouldBe(["p1", "p2"]);
    }

    [Fact]
    public void Create_WorkflowGreetingAfterTheQuestion_AnswersNobody() =>
        new ConversationBuilder().Customer("où est ma facture ?").OtherBot("We usually reply within minutes").BuildTurn().Burst.Count.ShouldBe(1);

    [Fact]
    public void Create_AnswerOfAnotherAiAgent_LeavesNothingToAnswer() =>
        new ConversationBuilder().Customer("où est ma facture ?").OtherBot("In Billing.", aiAnswer: true).BuildTurn().Burst.ShouldBeEmpty();

    [Fact]
    public void Create_NoteAfterTheQuestion_LeavesTheQuestionOpen() =>
        new ConversationBuilder().Customer("où est ma facture ?").AgentNote("checking").BuildTurn().Burst.Count.ShouldBe(1);

    [Fact]
    public void Create_LongConversation_KeepsTheLatestMessages()
    {
        var builder = new ConversationBuilder();
        for (var i = 0; i < 20; i++)
        {
            builder.Customer($"question {i}").Assistant($"answer {i}");
        }

        var turn = builder.Customer("last").BuildTurn();

        turn.History.Count.ShouldBe(15);
        turn.History[0].Text.ShouldBe("question 13");
        turn.Before.Count().ShouldBe(14);
    }
}
