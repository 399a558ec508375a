using IntercomRag.Core.Conversations;
using IntercomRag.Core.Conversations.Plans;
using IntercomRag.Core.Decisions;

namespace IntercomRag.Core.Tests.Conversations.Plans;

public sealed class TurnPlanJsonTests
{
    [Fact]
    public void Read_WhatWasWritten_HasEveryStep()
    {
        PlanStep[] steps =
        [
            new NoteStep("<p>note</p>", IsHandover: true), new AssignStep("5001") { StartedAt = DateTimeOffset.UnixEpoch }, new ReplyStep("<p>reply</p>"),
            new QuickRepliesStep([new QuickReplyOption(Guid.NewGuid(), "Yes")]), new TagStep("assistant-handover"),
        ];
        var decision = new Decision(AssistantAction.Escalate, Reason.Refund, "topic.sensitive", Intent.FaqQuestion, Priority.High, 0.5);

        var json = TurnPlanJson.Write(new TurnPlan("1", "2", DateTimeOffset.UnixEpoch, "3", 1, decision, steps, ConversationMemory.Empty with { HandledUpTo = "2" }));

        var read = TurnPlanJson.Read(json).Steps;
        read.Select(step => step.GetType()).ShouldBe(steps.Select(step => step.GetType()));
        read[1].ShouldBe(steps[1]);
        foreach (var kind in new[] { NoteStep.Name, AssignStep.Name, ReplyStep.Name, QuickRepliesStep.Name, TagStep.Name })
        {
            json.ShouldContain($"\"kind\":\"{kind}\"");
        }
    }
}
