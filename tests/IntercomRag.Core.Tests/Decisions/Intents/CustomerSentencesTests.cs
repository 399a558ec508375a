using IntercomRag.Core.Decisions.Intents;

namespace IntercomRag.Core.Tests.Decisions.Intents;

public sealed class CustomerSentencesTests
{
    [Theory]
    [InlineData("Bonjour. Où est v2.1 ? Merci!", "Bonjour.|Où est v2.1 ?|Merci!")]
    [InlineData("une ligne\nune autre", "une ligne|une autre")]
    [InlineData("Il dit « je veux être remboursé ». Que faire ?", "Il dit  .|Que faire ?")]
    [InlineData("the button \"Refund\" is grey", "the button \"Refund\" is grey")] // a name, no quotation
    [InlineData("> I want a refund\nHe wrote that", "He wrote that")]
    [InlineData("\"I want my money back\"", "\"I want my money back\"")] // nothing else: the customer's own
    public void Split_Text_GivesTheCustomersOwnSentences(string text, string expected) =>
        string.Join('|', CustomerSentences.Split(text)).ShouldBe(expected);

    [Theory]
    [InlineData("hello, where is my invoice", "hello, where is my invoice|where is my invoice")]
    [InlineData("where is my invoice", "where is my invoice")]
    public void Clauses_Sentence_GivesTheWholeAndTheParts(string sentence, string expected) =>
        string.Join('|', CustomerSentences.Clauses(sentence)).ShouldBe(expected);
}
