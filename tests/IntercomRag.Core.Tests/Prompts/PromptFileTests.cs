using IntercomRag.Core.Policies;
using IntercomRag.Core.Prompts;
using IntercomRag.Core.Tests.Policies;

namespace IntercomRag.Core.Tests.Prompts;

public sealed class PromptFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prompts");

    public PromptFileTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(ShippedPolicies.Folder, "prompts")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_ShippedFiles_AnswersAreWarmerThanSorting()
    {
        var book = Read();

        book[PromptName.Answer, "fr"].Temperature.ShouldBe(0.4f);
        book[PromptName.Intent, "fr"].Temperature.ShouldBe(0.1f);
        book[PromptName.Question, "en"].Temperature.ShouldBe(0.1f);
        book[PromptName.Answer, "en"].Tones[Tone.Technical].ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("answer.en.md", "{documents}", "{passages}", "nothing fills the place {passages}; there are {company}, ")]
    [InlineData("answer.en.md", "{documents}", "", "{documents} is missing under \"# Input\".")]
    [InlineData("answer.fr.md", "clients de {company}", "clients de {customerName}", "{customerName} must stand under \"# Input\"")]
    [InlineData("answer.fr.md", "temperature: 0.4", "temperature: 4", "the setting \"temperature\" must be a number from 0 to 2.")]
    [InlineData("answer.fr.md", "temperature: 0.4", "temperature: 0,4", "the setting \"temperature\" must be a number from 0 to 2.")]
    [InlineData("answer.fr.md", "maxOutputTokens: 1200", "maxOutputTokens: many", "the setting \"maxOutputTokens\" must be a whole number")]
    [InlineData("answer.fr.md", "temperature: 0.4", "temperature: 0.4\ntop: 1", "the setting \"top\" is not known.")]
    [InlineData("answer.fr.md", "tone.technical: factuel, pour quelqu'un qui connaît bien le produit\n", "", "the setting \"tone.technical\" is missing.")]
    [InlineData("answer.fr.md", "# Input", "# Inputs", "\"# Instructions\" and then \"# Input\" must follow the settings")]
    [InlineData("answer.fr.md", "---\ntemp", "temp", "the settings must stand at the beginning")]
    [InlineData("intent.en.md", "- `refund`", "- `money`", "the instructions do not explain `refund`.")]
    [InlineData("question.en.md", "{history}", "{segments}", "nothing fills {segments} in this prompt.")]
    public void Read_WrongFile_SaysWhichFileAndWhatIsWrong(string file, string text, string replacement, string expected)
    {
        var path = Path.Combine(_folder.FullName, file);
        var content = File.ReadAllText(path);
        content.ShouldContain(text);
        File.WriteAllText(path, content.Replace(text, replacement, StringComparison.Ordinal));

        var exception = Should.Throw<PolicyException>(Read);

        exception.Message.ShouldStartWith(path);
        exception.Message.ShouldContain(expected);
    }

    [Fact]
    public void Read_MissingFile_NamesIt()
    {
        File.Delete(Path.Combine(_folder.FullName, "question.fr.md"));

        Should.Throw<PolicyException>(Read).Message.ShouldContain("question.fr.md");
    }

    [Fact]
    public void Read_ChangedFile_HasAnotherVersion()
    {
        var before = Read()[PromptName.Answer, "en"].Version;
        File.AppendAllText(Path.Combine(_folder.FullName, "answer.en.md"), "\n");

        Read()[PromptName.Answer, "en"].Version.ShouldNotBe(before);
    }

    private PromptBook Read() => PromptBook.Read(_folder.FullName, ["fr", "en"]);
}
