using IntercomRag.Core.Conversations;
using IntercomRag.Core.Handoff;
using IntercomRag.Core.Tests.Conversations;

namespace IntercomRag.Core.Tests.Handoff;

public sealed class HandoverTests
{
    private static readonly HandoverPlan Plan = new("5002", "the note", "the message");

    [Fact]
    public async Task CarryOut_Plan_NotesAssignsTellsInThisOrder()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("je veux un remboursement").Build());

        await CarryOut(workspace);

        workspace.Writes.ShouldBe(["note: the note", "team: 5002", "reply: the message"]);
    }

    [Theory]
    [InlineData("note")]
    [InlineData("team")]
    [InlineData("reply")]
    public async Task CarryOut_AfterAFailedStep_DoesOnlyTheRest(string failing)
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("je veux un remboursement").Build()) { FailOnce = failing };

        await Should.ThrowAsync<HttpRequestException>(() => CarryOut(workspace));
        await CarryOut(workspace);

        workspace.Writes.ShouldBe(["note: the note", "team: 5002", "reply: the message"]);
    }

    [Fact]
    public async Task CarryOut_HumanRepliesBeforeTheMessage_SaysNothing()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("je veux un remboursement").Build());
        workspace.BeforeRead = (space, _) => space.Happens(new Message(
            "h1", MessageKind.Message, new Author(AuthorKind.Agent, "9002", "Camille Roy"), "Bonjour, je regarde.", ConversationBuilder.Start));

        await CarryOut(workspace);

        workspace.Writes.ShouldBe(["note: the note", "team: 5002"]);
    }

    [Fact]
    public async Task CarryOut_ConversationWasGivenBackAfterTheQuestion_TellsTheCustomer()
    {
        var workspace = new FakeWorkspace(new ConversationBuilder().Customer("un conseiller svp")
            .Agent("Je regarde.").AgentAssigns(AssigneeKind.Admin, ConversationBuilder.BotAdminId).Build());

        await CarryOut(workspace);

        workspace.Writes.ShouldBe(["note: the note", "team: 5002", "reply: the message"]);
    }

    private static Task CarryOut(FakeWorkspace workspace)
    {
        var turn = TurnLoader.Create(
            ConversationBuilder.Subject, workspace.Conversation with { Messages = [.. workspace.Conversation.Messages] }, ConversationBuilder.Profile, ConversationMemory.Empty, 15);
        var trigger = workspace.Conversation.Messages[0];
        return new Handover(workspace, new AssistantIdentity(ConversationBuilder.BotAdminId)).CarryOutAsync(turn with { Burst = [trigger] }, Plan, TestContext.Current.CancellationToken);
    }
}
