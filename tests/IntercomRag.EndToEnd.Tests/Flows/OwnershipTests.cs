using IntercomRag.EndToEnd.Tests.Product;
using IntercomRag.EndToEnd.Tests.Workspace;

namespace IntercomRag.EndToEnd.Tests.Flows;

public sealed class OwnershipTests(RunningProduct product)
{
    [Fact]
    public async Task AgentReply_SilencesTheAssistant_UntilTheConversationIsGivenBack()
    {
        var customer = await product.CustomerAsync("fr");
        await customer.AskAsync("Comment fonctionnent les listes d'attente ?");
        await ActAsync(customer, new { AdminId = Person.Camille, Action = "reply", Body = "<p>Bonjour, je regarde.</p>" });

        await customer.SayAsync("Quand le crédit est-il débité ?");
        await product.SettleAsync();
        (await customer.ConversationAsync()).Replies.Count.ShouldBe(1);

        await ActAsync(customer, new { AdminId = Person.Camille, Action = "give_back" });
        // The message that came meanwhile still waits for an answer.
        var woken = await customer.ReplyAsync();
        woken.Articles.ShouldContain("1019");
        (await customer.AskAsync("Combien de personnes au maximum dans la liste ?")).Text.ShouldContain("20 au maximum");
    }

    [Fact]
    public async Task AgentNote_DoesNotSilenceTheAssistant()
    {
        var customer = await product.CustomerAsync("en");
        await customer.AskAsync("How long is a gift card valid?");
        await ActAsync(customer, new { AdminId = Person.Camille, Action = "note", Body = "<p>Good customer, be kind.</p>" });

        (await customer.AskAsync("How do I set up climbing waivers?")).Articles.ShouldContain("1071");
    }

    [Fact]
    public async Task TagAssistantOff_SilencesTheAssistant_UntilItIsTakenAway()
    {
        var customer = await product.CustomerAsync("en");
        await customer.AskAsync("How long is a gift card valid?");
        await ActAsync(customer, new { AdminId = Person.Camille, Action = "tag", Tag = "assistant-off" });

        await customer.SayAsync("How do I set up climbing waivers?");
        await product.SettleAsync();
        (await customer.ConversationAsync()).Replies.Count.ShouldBe(1);

        await ActAsync(customer, new { AdminId = Person.Camille, Action = "untag", Tag = "assistant-off" });
        (await customer.AskAsync("Which tablets can I use as a kiosk at the entrance?")).Text.ShouldContain("at least 9 inches");
    }

    private Task<Conversation> ActAsync(Customer customer, object action) => product.Workspace.ActAsync(customer.ConversationId, action);
}
