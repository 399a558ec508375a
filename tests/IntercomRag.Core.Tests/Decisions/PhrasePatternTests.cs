using IntercomRag.Core.Decisions.Phrases;

namespace IntercomRag.Core.Tests.Decisions;

public sealed class PhrasePatternTests
{
    [Theory]
    [InlineData("argent", "Où est mon ARGENT ?", true)]
    [InlineData("argent", "argenterie", false)]
    [InlineData("rembours*", "Un remboursement, vite", true)]
    [InlineData("parler * humain|conseiller", "je veux parler à un vrai conseiller", true)]
    [InlineData("parler * humain|conseiller", "parler de ceci ou de cela puis conseiller", false)] // the gap is too long
    [InlineData("parler * conseiller", "On m'a dit de parler. Un conseiller est passé", false)] // another sentence
    [InlineData("^ merci $", "Merci !", true)]
    [InlineData("^ merci $", "merci mais non", false)]
    [InlineData("avec quelqu'un", "avec quelqu’un d'autre", true)] // typographic apostrophe
    [InlineData("avec personne|quelqu'un", "parler avec quelqu'un ?", true)]
    [InlineData("avec personne|quelqu'un", "parler avec quelque chose", false)]
    [InlineData("can't log", "I can't log in", true)]
    public void IsMatch_Phrase_FollowsTheNotation(string phrase, string text, bool expected) =>
        PhrasePattern.Tokenize(text).Any(new PhrasePattern(phrase).IsMatch).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("^ * $")]
    [InlineData("!")]
    public void Constructor_NoWord_Throws(string phrase) =>
        Should.Throw<FormatException>(() => new PhrasePattern(phrase)).Message.ShouldContain($"\"{phrase}\"");
}
