using IntercomRag.Core.Answers;

namespace IntercomRag.Core.Tests.Answers;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("Open Billing. Press Refund! Done?", "Open Billing.|Press Refund!|Done?")]
    [InlineData("Écrivez à M. Roy, p. ex. le lundi. Il répond.", "Écrivez à M. Roy, p. ex. le lundi.|Il répond.")]
    [InlineData("Use a card, e.g. Visa. Cash is refused.", "Use a card, e.g. Visa.|Cash is refused.")]
    [InlineData("Version 2.1 is 3.5 GB. Install it.", "Version 2.1 is 3.5 GB.|Install it.")]
    [InlineData("« Ouvrez le menu. » Puis validez.", "« Ouvrez le menu. » Puis validez.")]
    [InlineData("", "")]
    public void Split_Paragraph_EndsAtSentences(string paragraph, string expected) => string.Join('|', SentenceSplitter.Split(paragraph)).ShouldBe(expected);
}
