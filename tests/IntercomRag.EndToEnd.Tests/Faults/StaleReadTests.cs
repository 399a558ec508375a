using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Testing;

namespace IntercomRag.EndToEnd.Tests.Faults;

[Collection(nameof(FaultsCollection))]
public sealed class StaleReadTests(FaultyProduct product) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await product.Workspace.SetFaultsAsync("{}");

    [Fact]
    public async Task Human_WhoRepliesWhileTheAssistantReadsAnOldState_IsNotTalkedOver()
    {
        var customer = await product.CustomerAsync();
        await product.Workspace.SetFaultsAsync(
            """{"rest":{"slow_after_probability":1,"slow_min_ms":700,"slow_max_ms":700,"max_faults":1,"method":"GET","path_contains":"/conversations/2"}}""");
        await customer.SayAsync("How long is a gift card valid?");
        await Eventually.HoldsAsync(
            async () => (await product.Workspace.GetAsync("faults/state")).GetProperty("rest_faults").GetInt32() == 1,
            Crowd.Deadline,
            TestContext.Current.CancellationToken,
            "the assistant reads the conversation");

        await product.Workspace.ActAsync(
            customer.ConversationId, new { AdminId = Person.Camille, Action = "reply", Body = "<p>Hello, I am looking into it.</p>" });
        var after = await product.CustomerAsync();
        await after.AskAsync("How do I set up climbing waivers?");
        await Eventually.HoldsAsync(
            async () => await product.Workspace.WaitingWebhooksAsync() == 0, Crowd.Deadline, TestContext.Current.CancellationToken);

        (await customer.ConversationAsync()).ByAssistant.ShouldBeEmpty();
    }
}
