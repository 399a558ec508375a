using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Replay;

namespace IntercomRag.Eval.Tests.Replay;

public sealed class TurnMatcherTests
{
    private readonly TraceWarnings _warnings = new();

    [Fact]
    public void Match_Labelled_TakesTheLastTurnThatDecidedSomething()
    {
        TurnTrace[] happened =
        [
            Turns.Trace("answer"), Turns.Trace("escalate"), Turns.Trace(silence: "superseded"), Turns.Trace("answer") with { AgainAfter = 1 }, Turns.Trace(silence: "nothing_new"),
        ];

        var turn = TurnMatcher.Match(happened, [Turns.Record() with { ConversationId = "c1" }], "t.jsonl", _warnings).ShouldHaveSingleItem();

        (turn.Record!.Id, turn.Trace.Action).ShouldBe(("r1", "escalate"));
        _warnings.All.ShouldBeEmpty();
    }

    [Fact]
    public void Match_OwnHandoverComesBackAsAWebhook_TakesTheHandover()
    {
        TurnTrace[] happened = [Turns.Trace("answer") with { MessageId = "m0" }, Turns.Trace("escalate"), Turns.Trace(silence: "handed_over")];

        TurnMatcher.Match(happened, [Turns.Record(id: "c1")], "t.jsonl", _warnings).Single().Trace.Action.ShouldBe("escalate");
    }

    [Fact]
    public void Match_SilenceAboutTheLastMessage_IsTheTurn()
    {
        TurnTrace[] happened = [Turns.Trace("answer") with { MessageId = "m0" }, Turns.Trace(silence: "human_replied"), Turns.Trace(silence: "human_replied")];

        TurnMatcher.Match(happened, [Turns.Record(id: "c1")], "t.jsonl", _warnings).Single().Trace.Outcome.ShouldBe("silent");
    }

    [Fact]
    public void Match_WithoutCounterpart_IsCountedOnBothSides()
    {
        var happened = new[] { Turns.Trace(), Turns.Trace() with { ConversationId = "c2" } };

        TurnMatcher.Match(happened, [Turns.Record(id: "c1"), Turns.Record(id: "c3")], "t.jsonl", _warnings).Count.ShouldBe(1);

        _warnings.All.Select(warning => (warning.Kind, warning.Count)).ShouldBe([("label_missing", 1), ("trace_missing", 1)]);
    }

    [Fact]
    public void Match_NothingInCommon_SaysWhatNamesAConversation() => Should.Throw<EvalException>(
        () => TurnMatcher.Match([Turns.Trace()], [Turns.Record(id: "other")], "t.jsonl", _warnings)).Message.ShouldContain("conversation_id");

    [Fact]
    public void Match_WithoutLabels_TakesEveryTurnThatDidSomething() =>
        TurnMatcher.Match([Turns.Trace(), Turns.Trace(silence: "human_replied"), Turns.Trace(silence: "nothing_new")], [], "t.jsonl", _warnings).Count.ShouldBe(2);
}
