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

        await customer.SayAsync("Combien de personnes au maximum dans une liste d'attente ?");
        await product.SettleAsync();
        (await customer.ConversationAsync()).Replies.Count.ShouldBe(1);

        await ActAsync(customer, new { AdminId = Person.Camille, Action = "give_back" });
        // The message that came meanwhile still waits for an answer.
        (await customer.ReplyAsync()).Text.ShouldContain("20 au maximum");
        (await customer.AskAsync("Comment louer des chaussons à mes grimpeurs ?")).Articles.ShouldContain("1053");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenBack_CustomerWantsAHumanAgain_IsHandedOverAgain(bool wroteBeforeItWasGivenBack)
    {
        var customer = await product.CustomerAsync("en");
        await customer.AskAsync("How long is a gift card valid?");
        await ActAsync(customer, new { AdminId = Person.Camille, Action = "reply", Body = "<p>Hello, I am looking into it.</p>" });
        if (wroteBeforeItWasGivenBack)
        {
            await customer.SayAsync("Can I talk to a real person please?");
            await product.SettleAsync();
            await ActAsync(customer, new { AdminId = Person.Camille, Action = "give_back" });
        }
        else
        {
            await ActAsync(customer, new { AdminId = Person.Camille, Action = "give_back" });
            await customer.SayAsync("Can I talk to a real person please?");
        }

        await customer.ReplyAsync();

        Handover.Of(await customer.ConversationAsync(), Person.Support, "human_request");
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
        (await customer.AskAsync("Is anybody there? I asked about climbing waivers.")).Articles.ShouldContain("1071");
    }

    private Task<Conversation> ActAsync(Customer customer, object action) => product.Workspace.ActAsync(customer.ConversationId, action);
}
