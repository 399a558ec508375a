using IntercomRag.Core.Conversations;
using IntercomRag.Core.Telemetry.Traces;
using IntercomRag.Eval.Evaluators;

namespace IntercomRag.Eval.Tests.Evaluators;

public sealed class DecisionEvaluatorsTests
{
    [Theory]
    [InlineData("answer", true)]
    [InlineData("offer", true)]
    [InlineData("escalate", false)]
    public async Task Accuracy_Action_IsTheExpectedOrOneAsGood(string action, bool right)
    {
        var metric = (await Turns.EvaluateAsync(new ActionEvaluator(), Turns.Trace(action), Turns.Record("answer", accept: ["offer"]))).Values.ShouldHaveSingleItem();

        ((BooleanMetric)metric).Value.ShouldBe(right);
        metric.Reason.ShouldBe(right ? null : "escalate (rule) instead of answer");
    }

    [Fact]
    public async Task Accuracy_SilentTurn_IsSilent() =>
        ((BooleanMetric)(await Turns.EvaluateAsync(new ActionEvaluator(), Turns.Trace(silence: "human_replied"), Turns.Record("silent"))).Values.Single()).Value.ShouldBe(true);

    [Fact]
    public async Task Accuracy_SourceThatDoesNotSay_IsNotMeasured() =>
        (await Turns.EvaluateAsync(new ActionEvaluator(), Turns.Trace(), Turns.Record(action: null))).ShouldBeEmpty();

    [Fact]
    public async Task Reason_OfAnActionThatIsAsGood_IsNotJudged()
    {
        var record = Turns.Record("answer", accept: ["escalate"], reason: "evidence");

        (await Turns.EvaluateAsync(new ReasonEvaluator(), Turns.Trace("escalate", "refund"), record)).ShouldBeEmpty();
        ((BooleanMetric)(await Turns.EvaluateAsync(new ReasonEvaluator(), Turns.Trace("answer", "evidence"), record)).Values.Single()).Value.ShouldBe(true);
    }

    [Fact]
    public async Task Handover_DueAndMissing_IsMissed()
    {
        var metrics = await Turns.EvaluateAsync(new HandoverEvaluator(), Turns.Trace("answer"), Turns.Record("escalate"));

        metrics.Keys.ShouldBe([HandoverEvaluator.Made]);
        metrics[HandoverEvaluator.Made].Reason.ShouldBe("missed: answer instead");
    }

    [Theory]
    [InlineData("escalate", "refund", true)]
    [InlineData("escalate", "low_confidence", false)]
    [InlineData("offer", "low_confidence", true)]
    [InlineData("answer", "evidence", false)]
    public async Task Handover_ForAnotherReason_GoesToTheWrongTeam(string action, string reason, bool passes)
    {
        var metrics = await Turns.EvaluateAsync(new HandoverEvaluator(), Turns.Trace(action, reason), Turns.Record("escalate", accept: ["offer"], reason: "refund"));

        metrics[HandoverEvaluator.RightReason].Interpretation!.Failed.ShouldBe(!passes);
    }

    [Fact]
    public async Task Handover_DueAndMissingInALongerConversation_IsTooLate()
    {
        var record = Turns.Record("escalate", before: [AuthorKind.Customer, AuthorKind.Assistant]);

        var metrics = await Turns.EvaluateAsync(new HandoverEvaluator(), Turns.Trace("answer"), record);

        metrics[HandoverEvaluator.InTime].Interpretation!.Failed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("escalate", true)]
    [InlineData("answer", false)]
    [InlineData("clarify", false)]
    public async Task Handover_NotDue_IsNeedless(string action, bool needless)
    {
        var metrics = await Turns.EvaluateAsync(new HandoverEvaluator(), Turns.Trace(action), Turns.Record("answer"));

        metrics[HandoverEvaluator.Spared].Interpretation!.Failed.ShouldBe(needless);
    }

    [Fact]
    public async Task HumanFirst_ReplyAfterAHumansWord_Fails()
    {
        (await Fails(Turns.Trace(sends: [new SendTrace("reply", null, "human_replied", false)]))).ShouldBeTrue();
        (await Fails(Turns.Trace(), Turns.Record("silent", before: [AuthorKind.Customer, AuthorKind.Agent]))).ShouldBeTrue();
        (await Fails(Turns.Trace(sends: [new SendTrace("reply", null, "handed_over", false)]))).ShouldBeFalse();
        (await Fails(Turns.Trace(silence: "human_replied"), Turns.Record("silent", before: [AuthorKind.Customer, AuthorKind.Agent]))).ShouldBeFalse();

        static async Task<bool> Fails(TurnTrace trace, Eval.Recorded.RecordedConversation? record = null) =>
            (await Turns.EvaluateAsync(new HumanFirstEvaluator(), trace, record)).Values.Single().Interpretation!.Failed;
    }

    [Theory]
    [InlineData("1/fr", true)]
    [InlineData("3/fr", false)]
    [InlineData("4/fr", false)]
    [InlineData("99/fr", false)]
    public async Task PublishedOnly_ArticleThatTheCustomerMustNotSee_Fails(string found, bool passes) =>
        (await Turns.EvaluateAsync(new PublishedOnlyEvaluator(), Turns.Trace(ranked: [found]), Turns.Record(), Turns.Catalogue))
            .Values.ShouldHaveSingleItem().Interpretation!.Failed.ShouldBe(!passes);

    [Theory]
    [InlineData("gen_ai.input.messages", "write to zoe@club.example", "an e-mail address in gen_ai.input.messages")]
    [InlineData("gen_ai.input.messages", "call 06 12 34 56 78", "a long number in gen_ai.input.messages")]
    [InlineData("intercomrag.query", "from Zoe PETIT today", "the customer's name in intercomrag.query")]
    [InlineData("gen_ai.input.messages", "[name], [phone], 69 € in 2026", null)]
    [InlineData("gen_ai.conversation.id", "215473829384756", null)]
    public async Task PersonalData_InASpan_FailsWithoutRepeatingIt(string attribute, string text, string? reason) =>
        (await Turns.EvaluateAsync(new PersonalDataEvaluator(), Turns.Trace(attributes: new() { [attribute] = text }), Turns.Record(name: "Zoé Petit")))
            .Values.ShouldHaveSingleItem().Reason.ShouldBe(reason);
}
