using IntercomRag.Core.Conversations;

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

    [Fact]
    public void Create_ReplyBelowAMessageThatItDidNotAnswer_LeavesThatMessageOpen()
    {
        var turn = new ConversationBuilder().Customer("où est ma facture ?").Customer("et mon avoir ?").Assistant("Dans Factures.")
            .BuildTurn(ConversationMemory.Empty with { HandledUpTo = "p1" });

        turn.Burst.Select(message => message.Id).ShouldBe(["p2"]);
        turn.Before.Select(message => message.Id).ShouldBe(["p1", "p3"]);
    }

    [Fact]
    public void Create_AgentRepliedSinceTheLastTurn_LeavesOnlyWhatCameAfterwards() =>
        new ConversationBuilder().Customer("où est ma facture ?").Assistant("Là.").Customer("non").Agent("Je regarde.").Customer("merci, et l'avoir ?")
            .BuildTurn(ConversationMemory.Empty with { HandledUpTo = "p1" }).Burst.Select(message => message.Id).ShouldBe(["p5"]);

    [Fact]
    public void Create_HandledMessageIsTooOldToBeReturned_CountsFromTheLastReply() =>
        new ConversationBuilder().Customer("a").Assistant("b").Customer("c")
            .BuildTurn(ConversationMemory.Empty with { HandledUpTo = "gone" }).Burst.Select(message => message.Id).ShouldBe(["p3"]);
}
