using IntercomRag.Core.Decisions.Intents;

namespace IntercomRag.Core.Tests.Decisions.Intents;

public sealed class IntentWordsTests
{
    [Theory]
    [InlineData("J'ai dit : l'été !", "j ai dit l ete")]
    [InlineData("I don’t know, it's Mary's", "i dont know its marys")]
    public void Read_Apostrophes_JoinInEnglishAndSplitInFrench(string text, string expected) =>
        string.Join(' ', IntentWords.Read(text)).ShouldBe(expected);

    [Theory]
    [InlineData("I don't want to cancel my plan", "to cancel my plan")]
    [InlineData("je ne veux pas résilier, juste suspendre", "resilier")]
    [InlineData("you did not refund me", "")]
    [InlineData("vous ne m'avez pas remboursé", "")]
    public void Refused_Sentence_CoversWhatIsNotAskedFor(string text, string expected)
    {
        var words = IntentWords.Read(text);

        string.Join(' ', words.Zip(IntentWords.Refused(words)).Where(item => item.Second).Select(item => item.First)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a customer wants a refund", true)]
    [InlineData("call customer service", false)]
    [InlineData("mon espace membre", false)]
    [InlineData("un membre veut partir", true)]
    public void IsSomebodyElse_Noun_IsAPersonAndNoDepartment(string text, bool expected)
    {
        var words = IntentWords.Read(text);

        Enumerable.Range(0, words.Count).Any(i => IntentWords.IsSomebodyElse(words, i)).ShouldBe(expected);
    }
}
