using IntercomRag.Core.Decisions;
using IntercomRag.Core.Policies;
using IntercomRag.Testing;

namespace IntercomRag.Core.Tests.Policies;

public sealed class PolicyReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policies");

    public PolicyReaderTests() => PolicyFolder.CopyTo(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_ShippedFolder_HasTheDefaultsOfTheSource()
    {
        var policy = PolicyReader.Read(_folder.FullName).Assistant;

        policy.Mode.ShouldBe(AssistantMode.Automatic);
        policy.History.Messages.ShouldBe(15);
        policy.Thresholds.ShouldBe(new ThresholdPolicy(0.4, 0.2, 0.2, 3, 10, 2, 1));
        policy.OnLowConfidence.ShouldBe(AssistantAction.Escalate);
        policy.Intents[Intent.HumanRequest].ShouldBe(new ActionPolicy(AssistantAction.Escalate, Priority.High));
        policy.SensitiveTopics.Keys.ShouldBe([Reason.LegalPrivacy, Reason.Refund, Reason.CancelAccount, Reason.Complaint], ignoreOrder: true);
        policy.Signals.Keys.ShouldBe(Enum.GetValues<Signal>().Except([Signal.Yes, Signal.No]), ignoreOrder: true);
    }

    [Theory]
    [InlineData("assistant.json", "\"answer\": 0.4", "\"answer\": 1.4", "thresholds.answer must be 0 to 1.")]
    [InlineData("assistant.json", "\"fallback\": \"Support\"", "\"fallback\": \"Nobody\"", "\"Nobody\" is routed to but has no entry in teams.")]
    [InlineData("assistant.json", "\"hours\": \"extended\"", "\"hours\": \"never\"", "teams.Technical.hours names \"never\"")]
    [InlineData("assistant.json", "Europe/Paris", "Mars/Olympus", "\"Mars/Olympus\" is no time zone known on this machine")]
    [InlineData("assistant.json", "10:00-16:00", "16:00-10:00", "\"16:00-10:00\" for Saturday is not a span like 09:00-18:00.")]
    [InlineData("assistant.json", "\"company\": \"Tandem\"", "\"company\": \"\"", "company must not be empty.")]
    [InlineData("assistant.json", "\"length\": 900", "\"length\": 9", "generatedAnswers.length must be 200 to 4000.")]
    [InlineData("assistant.json", "\"rollout\"", "\"roll_out\"", "roll_out")]
    [InlineData("assistant.json", "\"mode\": \"automatic\"", "\"mode\": \"loud\"", "$.mode")]
    [InlineData("escalation.fr.json", "\"refund\"", "\"refunds\"", "refunds")]
    [InlineData("escalation.en.json", "\"^ help $\"", "\"^ $\"", "The phrase \"^ $\" holds no word.")]
    [InlineData("messages.fr.json", "\"optionNo\": { \"any\": \"Non merci\" }", "\"optionNo\": { \"friendly\": \"Non merci\" }", "\"optionNo\" needs a text for every tone")]
    [InlineData("assistant.json", "\"thanks\": { \"alone\"", "\"yes\": { \"alone\"", "signals.thanks is missing.")]
    [InlineData("assistant.json", "\"refund\": { \"alone\": 0", "\"refund\": { \"alone\": 2", "signals.refund: alone and withPhrase must be 0 to 1.")]
    [InlineData("concepts.json", "\"machine\": \"bot*", "\"machine\": \"bo-t*", "machine: \"bo-t*\" is not one word")]
    [InlineData("vocabulary.json", "\"en\": [\"invoice\"", "\"en\": [\"the\"", "\"the\" (en) holds no informative word.")]
    [InlineData("vocabulary.json", "[\"invoice\", \"bill\"]", "[]", "\"facture\" needs words in two languages.")]
    public void Read_WrongFile_SaysWhichFileAndWhatIsWrong(string file, string text, string replacement, string expected)
    {
        var path = Path.Combine(_folder.FullName, file);
        var content = File.ReadAllText(path);
        content.ShouldContain(text);
        File.WriteAllText(path, content.Replace(text, replacement, StringComparison.Ordinal));

        var exception = Should.Throw<PolicyException>(() => PolicyReader.Read(_folder.FullName));

        exception.Message.ShouldStartWith(path);
        exception.Message.ShouldContain(expected);
    }

    [Fact]
    public void Version_ChangedPrompt_IsAnother()
    {
        var before = PolicyReader.Read(_folder.FullName).Version;
        File.AppendAllText(Path.Combine(_folder.FullName, "prompts", "answer.en.md"), "\n");

        PolicyReader.Read(_folder.FullName).Version.ShouldNotBe(before);
    }

    [Fact]
    public void Read_MissingFile_NamesTheSettingOfTheFolder()
    {
        File.Delete(Path.Combine(_folder.FullName, "messages.en.json"));

        var exception = Should.Throw<PolicyException>(() => PolicyReader.Read(_folder.FullName));

        exception.Message.ShouldContain("messages.en.json");
        exception.Message.ShouldContain("Policies:Path");
    }
}
