using IntercomRag.Core.Answers.Quoting;

namespace IntercomRag.Core.Tests.Answers.Quoting;

public sealed class QuestionReaderTests
{
    [Theory]
    [InlineData("What is a waiting list?", QuestionKind.Definition)]
    [InlineData("C'est quoi la liste d'attente ?", QuestionKind.Definition)]
    [InlineData("Qu’est-ce qu’un carnet ?", QuestionKind.Definition)]
    [InlineData("What does no-show mean?", QuestionKind.Definition)]
    [InlineData("How do I move a booking?", QuestionKind.Procedure)]
    [InlineData("Comment déplacer une réservation ?", QuestionKind.Procedure)]
    [InlineData("quelles sont les étapes pour annuler", QuestionKind.Procedure)]
    [InlineData("How much does a second room cost?", QuestionKind.Price)]
    [InlineData("how many members can I add", QuestionKind.Amount)]
    [InlineData("Combien d'adhérents puis-je ajouter ?", QuestionKind.Amount)]
    [InlineData("Quels sont les frais ?", QuestionKind.Price)]
    [InlineData("How long does a refund take?", QuestionKind.Time)]
    [InlineData("When will I be charged?", QuestionKind.Time)]
    [InlineData("Quand serai-je débité ? C'est quand ?", QuestionKind.Time)]
    [InlineData("Quel est le délai de remboursement ?", QuestionKind.Time)]
    [InlineData("combien de temps garde-t-on les factures", QuestionKind.Time)]
    [InlineData("When I log in, nothing happens", QuestionKind.Other)]
    [InlineData("Quand je me connecte, rien ne se passe", QuestionKind.Other)]
    [InlineData("Can I invite a guest?", QuestionKind.Other)]
    [InlineData("", QuestionKind.Other)]
    public void KindOf_Question_IsTheFormOfItsAnswer(string question, QuestionKind expected) => QuestionReader.KindOf(question).ShouldBe(expected);
}
