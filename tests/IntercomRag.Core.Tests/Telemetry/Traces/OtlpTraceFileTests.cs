using IntercomRag.Core.Telemetry;
using IntercomRag.Core.Telemetry.Traces;

namespace IntercomRag.Core.Tests.Telemetry.Traces;

public sealed class OtlpTraceFileTests : IDisposable
{
    private const string Trace = "5b8efff798038103d269b633813fc60c";
    private const string Turn =
        """{"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"eee19b7ec3c1b174","parentSpanId":"","name":"invoke_agent IntercomRag","kind":1,"startTimeUnixNano":"1790000000000000000","endTimeUnixNano":"1790000000250000000","attributes":[{"key":"gen_ai.conversation.id","value":{"stringValue":"200"}},{"key":"intercomrag.action","value":{"stringValue":"answer"}},{"key":"intercomrag.confidence","value":{"doubleValue":0.5}},{"key":"intercomrag.burst.messages","value":{"intValue":"2"}}],"status":{}}""";

    private const string Step =
        """{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b175","parentSpanId":"eee19b7ec3c1b174","name":"turn.plan","kind":1,"startTimeUnixNano":"1790000000100000000","endTimeUnixNano":"1790000000200000000","attributes":[{"key":"intercomrag.answer.articles","value":{"arrayValue":{"values":[{"stringValue":"1/fr"},{"stringValue":"2/fr"}]}}}],"status":{"code":2}}""";

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");
    private readonly TraceWarnings _warnings = new();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Read_RequestALine_PutsTheTurnTogether()
    {
        // The collector writes spans as they end: the step before its turn, and in another request.
        Write(Request(Step), Request(Turn), "");

        var turn = TraceReader.Read(OtlpTraceFile.Read(_path, _warnings), _warnings).ShouldHaveSingleItem();

        (turn.TraceId, turn.ConversationId, turn.Action, turn.Confidence).ShouldBe((Trace, "200", "answer", 0.5));
        turn.CitedArticles.ShouldBe(["1/fr", "2/fr"]);
        turn.Spans.Select(span => span.Name).ShouldBe(["invoke_agent IntercomRag", "turn.plan"]);
        turn.Spans[1].ShouldSatisfyAllConditions(
            span => span.IsError.ShouldBeTrue(), span => span.Duration.ShouldBe(TimeSpan.FromMilliseconds(100)), span => span.Origin.ShouldBe($"{_path}:1"));
        turn.Spans[0].Attributes["intercomrag.burst.messages"].ShouldBe(2L);
        _warnings.All.ShouldBeEmpty();
    }

    [Fact]
    public void Read_OneRequestOverManyLines_IsReadWhole()
    {
        Write("{", "\"resourceSpans\": [", $"{{\"scopeSpans\": [{{\"spans\": [{Turn},", Step, "]}]}", "]", "}");

        TraceReader.Read(OtlpTraceFile.Read(_path, _warnings), _warnings).ShouldHaveSingleItem().CitedArticles.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_IdsInBase64_AreTheSameIds()
    {
        Write(Request(Turn
            .Replace("5B8EFFF798038103D269B633813FC60C", Convert.ToBase64String(Convert.FromHexString(Trace)), StringComparison.Ordinal)
            .Replace("eee19b7ec3c1b174", Convert.ToBase64String(Convert.FromHexString("eee19b7ec3c1b174")), StringComparison.Ordinal)));

        OtlpTraceFile.Read(_path, _warnings).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            span => span.TraceId.ShouldBe(Trace), span => span.SpanId.ShouldBe("eee19b7ec3c1b174"));
    }

    [Fact]
    public void Read_BadJsonOnALine_CountsItWithItsPlace()
    {
        Write(Request(Turn), """{"resourceSpans":[{"scope""");

        OtlpTraceFile.Read(_path, _warnings).Count.ShouldBe(1);

        var (kind, count, first) = _warnings.All.ShouldHaveSingleItem();
        (kind, count).ShouldBe(("bad_json", 1));
        first.ShouldStartWith($"{_path}:2: not JSON");
    }

    [Fact]
    public void Read_EmptyFile_SaysSo()
    {
        Write();

        Should.Throw<TraceFileException>(() => OtlpTraceFile.Read(_path, _warnings)).Message.ShouldBe($"{_path}: no span in it.");
    }

    [Fact]
    public void Read_BrokenDocument_NamesTheLine()
    {
        Write("{", "\"resourceSpans\": [", "oops");

        Should.Throw<TraceFileException>(() => OtlpTraceFile.Read(_path, _warnings)).Message.ShouldStartWith($"{_path}:3: not JSON");
    }

    [Fact]
    public void Read_SpanWithoutIds_IsCounted()
    {
        Write(Request(Turn, """{"name":"turn.load"}"""));

        OtlpTraceFile.Read(_path, _warnings).Count.ShouldBe(1);

        _warnings.All.ShouldHaveSingleItem().First.ShouldBe($"{_path}:1: a span was left out: traceId is no id");
    }

    [Fact]
    public void Read_SameSpanTwice_CountsOnce()
    {
        Write(Request(Turn), Request(Turn));

        OtlpTraceFile.Read(_path, _warnings).Count.ShouldBe(1);

        _warnings.All.ShouldHaveSingleItem().Kind.ShouldBe("duplicate_span");
    }

    [Fact]
    public void Turns_StepWithoutItsTurn_IsCountedWithItsPlace()
    {
        Write(Request(Step));

        TraceReader.Read(OtlpTraceFile.Read(_path, _warnings), _warnings).ShouldBeEmpty();

        var (kind, _, first) = _warnings.All.ShouldHaveSingleItem();
        kind.ShouldBe("turn_missing");
        first.ShouldBe($"{_path}:1: trace {Trace}: turn.plan has no turn around it, left out");
    }

    [Fact]
    public void Turns_ParentMissing_CountsAndKeepsTheTurn()
    {
        Write(Request(Turn.Replace("\"parentSpanId\":\"\"", "\"parentSpanId\":\"aaaaaaaaaaaaaaaa\"", StringComparison.Ordinal)));

        TraceReader.Read(OtlpTraceFile.Read(_path, _warnings), _warnings).Count.ShouldBe(1);

        _warnings.All.ShouldHaveSingleItem().Kind.ShouldBe("parent_missing");
    }

    [Fact]
    public void Turns_AttributeThatIsNoJson_IsCounted()
    {
        Write(Request(Turn.Replace("\"intercomrag.action\",\"value\":{\"stringValue\":\"answer\"}", $"\"{TelemetryNames.Attributes.InputMessages}\",\"value\":{{\"stringValue\":\"[oops\"}}", StringComparison.Ordinal)));

        TraceReader.Read(OtlpTraceFile.Read(_path, _warnings), _warnings).ShouldHaveSingleItem().Question.ShouldBeNull();

        _warnings.All.ShouldHaveSingleItem().Kind.ShouldBe("bad_attribute");
    }

    private static string Request(params string[] spans) =>
        $$"""{"resourceSpans":[{"resource":{"attributes":[]},"scopeSpans":[{"scope":{"name":"IntercomRag"},"spans":[{{string.Join(',', spans)}}]}]}]}""";

    private void Write(params string[] lines) => File.WriteAllLines(_path, lines);
}
