using IntercomRag.EndToEnd.Tests.Workspace;

namespace IntercomRag.EndToEnd.Tests.Faults;

/// <summary>Intercom shows the newest 500 parts of a conversation: workflow events crowd the messages out.</summary>
[Collection(nameof(FaultsCollection))]
public sealed class LongConversationTests(FaultyProduct product)
{
    private const int WorkflowEvents = 600;

    /// <param name="workflowEvents">1 to compare with: as many as in any conversation.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(WorkflowEvents)]
    public async Task Question_AfterWorkflowEvents_IsAnsweredFromTheNewestMessage(int workflowEvents)
    {
        var customer = await product.CustomerAsync();
        await customer.AskAsync("How do I set up climbing waivers?");
        await product.Workspace.AddWorkflowEventsAsync(customer.ConversationId, workflowEvents);

        var reply = await customer.AskAsync("Which tablets can I use as a kiosk at the entrance?");

        reply.Text.ShouldContain("at least 9 inches");
        reply.Articles[0].ShouldBe("1039");
        (await customer.ConversationAsync()).Replies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Handover_AfterSixHundredWorkflowEvents_IsComplete()
    {
        var customer = await product.CustomerAsync();
        await customer.AskAsync("How do I set up climbing waivers?");
        await product.Workspace.AddWorkflowEventsAsync(customer.ConversationId, WorkflowEvents);

        await customer.AskAsync("Can I talk to a real person please?");

        var conversation = await customer.ConversationAsync();
        Handover.Of(conversation, Person.Support, "human_request");
        conversation.Replies.Count.ShouldBe(2, conversation.ToString());
    }

    [Fact]
    public async Task FirstMessage_FollowedBySixHundredWorkflowEvents_IsAnswered()
    {
        var customer = await product.CustomerAsync();
        await customer.SayAsync("How long is a gift card valid?");
        await product.Workspace.AddWorkflowEventsAsync(customer.ConversationId, WorkflowEvents);

        var reply = await customer.ReplyAsync();

        reply.Text.ShouldContain("gift card", Case.Insensitive);
        (await customer.ConversationAsync()).Replies.Count.ShouldBe(1);
    }
}
