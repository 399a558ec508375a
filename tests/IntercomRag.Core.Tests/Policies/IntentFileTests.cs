using IntercomRag.Core.Decisions;
using IntercomRag.Core.Policies;

namespace IntercomRag.Core.Tests.Policies;

public sealed class IntentFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_ShippedFile_GivesSignalsAndPlainQuestions()
    {
        var examples = IntentFile.Read(Path.Combine(ShippedPolicies.Folder, "intents.fr.jsonl"), "fr");

        examples.ShouldContain(example => example.Signal == Signal.Refund && example.Text == "remboursez moi" && example.Language == "fr");
        examples.ShouldContain(example => example.Signal == null && example.Text == "Comment rembourser un membre ?");
    }

    [Theory]
    [InlineData("""{"text":"remboursez","intent":"refunds"}""", "\"refunds\" is no intent; there are human_request, ")]
    [InlineData("""{"text":"oui","intent":"yes"}""", "\"yes\" is no intent")]
    [InlineData("""{"text":"remboursez"}""", "intent")]
    [InlineData("""{"text":"remboursez","intent":"refund","lang":"fr"}""", "lang")]
    [InlineData("""{"text":"?!","intent":"refund"}""", "\"text\" holds no words.")]
    [InlineData("""{"text":null,"intent":"refund"}""", "text")]
    [InlineData("""remboursez""", "Expected is {\"text\":\"…\",\"intent\":\"refund\"}.")]
    [InlineData("null", "\"text\" holds no words.")]
    [InlineData("""{"text":"Bonjour","intent":"question"}""", "\"Bonjour\" stands on line 1 already.")]
    public void Read_WrongLine_SaysFileAndLine(string line, string expected)
    {
        File.WriteAllLines(_path, ["""{"text":"bonjour","intent":"greeting"}""", "", line]);

        var exception = Should.Throw<PolicyException>(() => IntentFile.Read(_path, "fr"));

        exception.Message.ShouldStartWith($"{_path}, line 3: ");
        exception.Message.ShouldContain(expected);
    }

    [Fact]
    public void Read_IntentWithoutExample_NamesIt()
    {
        File.WriteAllText(_path, """{"text":"bonjour","intent":"greeting"}""");

        Should.Throw<PolicyException>(() => IntentFile.Read(_path, "fr")).Message.ShouldBe($"{_path}: the intent \"human_request\" has no example.");
    }
}
