using IntercomRag.Core.Answers;
using IntercomRag.Core.Knowledge.Index;
using IntercomRag.Core.Retrieval.Text;

namespace IntercomRag.Core.Tests.Answers;

public sealed class PassageSelectorTests
{
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("Nothing about that stands here at all.", 20));

    [Fact]
    public void Select_ShortPassage_IsQuotedWhole() =>
        Select("Open the menu.\n\n- one\n- two", "menu").ShouldBe("Open the menu.|- one\n- two");

    [Fact]
    public void Select_SectionUnderAHeading_LeavesTheOthersOut() =>
        Select("# Cards\n\nVisa works.\n\n# SEPA\n\nAn IBAN is needed.", "sepa").ShouldBe("An IBAN is needed.");

    [Fact]
    public void Select_SameWordInTextAndHeading_TakesTheSectionThatIsAboutIt() =>
        Select("# Set up\n\nInstall the app on your phone.\n\n# I lost my phone\n\nUse a backup code.", "phone gone").ShouldBe("Use a backup code.");

    [Fact]
    public void Select_StepsInALongPassage_ComeCompleteWithTheirIntroduction() =>
        Select($"{Filler}\n\nTo export the members:\n\n1. Open Members.\n2. Choose Export.\n3. Save.\n\n{Filler}", "export members")
            .ShouldBe("To export the members:|1. Open Members.\n2. Choose Export.\n3. Save.");

    [Fact]
    public void Select_LongTable_KeepsHeaderAndTheRowAskedFor()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"E{i:00} | Some cause number {i} | Some remedy number {i}"));

        Select($"Code | Cause | Remedy\n{rows}", "E17").ShouldBe("Code | Cause | Remedy\nE17 | Some cause number 17 | Some remedy number 17");
    }

    [Fact]
    public void Select_LongParagraph_StartsAtTheSentenceThatAnswers()
    {
        var quoted = Select($"{Filler} Invoices stay online for ten years. {Filler}", "invoices online years");

        quoted.ShouldStartWith("Invoices stay online for ten years.");
        quoted.Length.ShouldBeInRange(100, PassageSelector.Longest + 20);
    }

    private static string Select(string text, string question)
    {
        var terms = TextAnalyzer.AnalyzeQuery(question).ToDictionary(term => term, _ => 1.0);
        return string.Join('|', PassageSelector.Select(new Chunk(0, [], text), terms).Select(block => block.Text));
    }
}
