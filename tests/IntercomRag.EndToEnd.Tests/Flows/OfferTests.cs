using IntercomRag.EndToEnd.Tests.Product;
using IntercomRag.EndToEnd.Tests.Workspace;

namespace IntercomRag.EndToEnd.Tests.Flows;

/// <summary>A customer whom the answer does not help.</summary>
public sealed class OfferTests(RunningProduct product)
{
    [Theory]
    [InlineData("fr", "Comment louer des chaussons à mes grimpeurs ?", "Ça ne m'aide pas", "Oui, parler à l'équipe", "Je passe votre conversation à l'équipe Support")]
    [InlineData("en", "How long is a gift card valid?", "That does not help me", "Yes, talk to the team", "I am passing your conversation to the Support team")]
    public async Task Unhelpful_Once_OffersAHumanAndYesHandsOver(string language, string question, string complaint, string yes, string said)
    {
        var customer = await product.CustomerAsync(language);
        await customer.AskAsync(question);
        await customer.AskAsync(complaint);
        var options = await customer.OffersAsync();
        options.Count.ShouldBe(2);
        (await customer.ConversationAsync()).TeamAssigneeId.ShouldBeNull();

        await customer.ChooseAsync(options.Single(option => option.Text == yes));
        (await customer.ReplyAsync()).Text.ShouldContain(said);

        Handover.Of(await customer.ConversationAsync(), Person.Support, "offer_accepted");
    }

    [Fact]
    public async Task OfferAccepted_Note_HasTheCustomersQuestionAndItsArticles()
    {
        var customer = await product.CustomerAsync("fr");
        await customer.AskAsync("Comment louer des chaussons à mes grimpeurs ?");
        await customer.AskAsync("Ça ne m'aide pas");
        var options = await customer.OffersAsync();

        await customer.ChooseAsync(options[0]);
        await customer.ReplyAsync();

        var note = Handover.Of(await customer.ConversationAsync(), Person.Support, "offer_accepted").Note;
        note.Text.ShouldContain("Comment louer des chaussons à mes grimpeurs ?");
        note.Articles.ShouldContain("1053");
    }

    [Theory]
    [InlineData("fr", "Comment louer des chaussons à mes grimpeurs ?", "Ça ne m'aide pas", "Non merci", "N'hésitez pas à reformuler")]
    [InlineData("en", "How long is a gift card valid?", "That does not help me", "No thanks", "put your question another way")]
    public async Task Unhelpful_OfferDeclined_StaysWithTheAssistant(string language, string question, string complaint, string no, string said)
    {
        var customer = await product.CustomerAsync(language);
        await customer.AskAsync(question);
        await customer.AskAsync(complaint);
        var options = await customer.OffersAsync();

        await customer.ChooseAsync(options.Single(option => option.Text == no));
        (await customer.ReplyAsync()).Text.ShouldContain(said);

        (await customer.ConversationAsync()).TeamAssigneeId.ShouldBeNull();
    }

    [Theory]
    [InlineData("fr", "Comment louer des chaussons à mes grimpeurs ?", "Ça ne m'aide pas du tout", "Toujours pas, vous ne répondez pas à ma question")]
    [InlineData("en", "How long is a gift card valid?", "That does not help me", "Still not helpful, you are not answering my question")]
    public async Task Unhelpful_Twice_IsHandedOver(string language, string question, string first, string second)
    {
        var customer = await product.CustomerAsync(language);
        await customer.AskAsync(question);
        await customer.AskAsync(first);

        await customer.AskAsync(second);

        Handover.Of(await customer.ConversationAsync(), Person.Support, "frustration");
    }
}
