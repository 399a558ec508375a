using IntercomRag.Core.Conversations;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Recorded;

namespace IntercomRag.Eval.Tests.Recorded;

public sealed class ConversationFileTests : IDisposable
{
    private const string Minimal = """{"id":"a","turns":[{"role":"user","text":"Hello"}],"gold":{"action":"clarify"}}""";

    private readonly TemporaryFolder _folder = new();
    private readonly TraceWarnings _warnings = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_AllFields_AreThere()
    {
        var record = Read("""
            {"id":"demo-1","conversation_id":"215","locale":"fr","contact":{"name":"Zoé Petit","role":"lead","segments":["VIP"],"custom_attributes":{"plan":"Club","size":340}},"turns":[{"role":"user","text":"a"},{"role":"bot","text":"b"},{"role":"agent","text":"c"},{"role":"user","text":"d","attachments":1}],"gold":{"action":"answer","accept":["offer"],"reason":"evidence","article_ids":["1003"],"answer":"x","must_contain":["12"],"answerable":true},"source":"demo, number 1","tags":["any"]}
            """).ShouldHaveSingleItem();

        (record.Id, record.ConversationId, record.Locale, record.Source, record.Question).ShouldBe(("demo-1", "215", "fr", "demo", "d"));
        record.Turns.Select(turn => turn.Author).ShouldBe([AuthorKind.Customer, AuthorKind.Assistant, AuthorKind.Agent, AuthorKind.Customer]);
        record.Turns[3].HasAttachments.ShouldBeTrue();
        (record.Contact.Role, record.Contact.Name, record.Contact.CustomAttributes["size"]).ShouldBe((CustomerRole.Lead, "Zoé Petit", "340"));
        record.Gold.ShouldNotBeNull().Allows("offer").ShouldBeTrue();
        record.Origin.ShouldBe($"{_folder.PathTo("c.jsonl")}:1");
    }

    [Fact]
    public void Read_AgentInAFileWithoutBot_PlaysTheAssistant() =>
        Read("""{"id":"a","turns":[{"role":"user","text":"a"},{"role":"agent","text":"b"},{"role":"user","text":"c"}],"gold":{"action":null}}""")[0]
            .Turns[1].Author.ShouldBe(AuthorKind.Assistant);

    [Fact]
    public void Read_AgentInAFileWithBot_IsAHuman()
    {
        var records = Read(
            """{"id":"a","turns":[{"role":"user","text":"a"},{"role":"agent","text":"b"},{"role":"user","text":"c"}],"gold":{"action":"silent"}}""",
            """{"id":"b","turns":[{"role":"user","text":"a"},{"role":"bot","text":"b"},{"role":"user","text":"c"}],"gold":{"action":"answer"}}""");

        records[0].Turns[1].Author.ShouldBe(AuthorKind.Agent);
    }

    [Fact]
    public void Read_DataSetThatLostTheAgentsTurns_HasAnAnswerBetweenTheMessages() =>
        Read("""{"id":"a","turns":[{"role":"user","text":"a"},{"role":"user","text":"b"}],"gold":{"action":null,"agent_turns_missing":true}}""")[0]
            .Question.ShouldBe("b");

    [Fact]
    public void Read_NothingAnswers_AcceptsAnOfferAndNamesTheReason()
    {
        var gold = Read("""{"id":"a","turns":[{"role":"user","text":"a"}],"gold":{"action":"escalate","intent":"out_of_scope","kb":"cnil"}}""")[0].Gold.ShouldNotBeNull();

        (gold.Reason, gold.Allows("offer")).ShouldBe(("low_confidence", true));
    }

    [Fact]
    public void Read_WithoutGold_IsCounted()
    {
        Read("""{"id":"a","turns":[{"role":"user","text":"a"}]}""")[0].Gold.ShouldBeNull();

        _warnings.All.ShouldHaveSingleItem().ShouldBe(
            ("gold_missing", 1, $"{_folder.PathTo("c.jsonl")}:1: \"a\" has no gold label; it is replayed and not judged"));
    }

    [Theory]
    [InlineData("{oops", "not a recorded conversation: ")]
    [InlineData("null", "the line holds null.")]
    [InlineData("""{"turns":[{"role":"user","text":"a"}]}""", "\"id\" is missing.")]
    [InlineData("""{"id":"b","turns":[]}""", "\"turns\" of \"b\" is missing or empty.")]
    [InlineData("""{"id":"b","turns":[{"role":"robot","text":"a"}]}""", "\"b\": the role \"robot\" is none of user, agent, bot.")]
    [InlineData("""{"id":"b","turns":[{"role":"bot","text":"a"}]}""", "\"b\": the last turn is not the customer's (role \"user\").")]
    [InlineData("""{"id":"b","turns":[{"role":"user","text":"a"}],"gold":{"action":"shout"}}""", "\"b\": gold.action \"shout\" is none of ")]
    [InlineData("""{"id":"b","turns":[{"role":"user","text":"a"}],"gold":{"action":"answer","accept":["shout"]}}""", "\"b\": gold.accept names \"shout\"")]
    [InlineData("""{"id":"b","contact":{"role":"king"},"turns":[{"role":"user","text":"a"}]}""", "\"b\": contact.role \"king\" is none of ")]
    [InlineData(Minimal, "the id \"a\" stands at ")]
    public void Read_BrokenLine_StopsWithFileAndLine(string line, string problem) =>
        Should.Throw<EvalException>(() => Read(Minimal, line)).Message.ShouldStartWith($"{_folder.PathTo("c.jsonl")}:2: {problem}");

    [Fact]
    public void Read_EmptyFile_SaysSo() => Should.Throw<EvalException>(() => Read()).Message.ShouldContain("the file is empty");

    [Fact]
    public void Read_NoFile_SaysSo() =>
        Should.Throw<EvalException>(() => ConversationFile.Read(_folder.PathTo("none.jsonl"), AgentRole.Auto, _warnings)).Message.ShouldContain("cannot be read");

    private IReadOnlyList<RecordedConversation> Read(params string[] lines) =>
        ConversationFile.Read(_folder.Write("c.jsonl", [.. lines.Select(line => line.Trim())]), AgentRole.Auto, _warnings);
}
