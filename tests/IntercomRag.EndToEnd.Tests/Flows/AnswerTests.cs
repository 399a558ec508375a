using IntercomRag.EndToEnd.Tests.Product;

namespace IntercomRag.EndToEnd.Tests.Flows;

public sealed class AnswerTests(RunningProduct product)
{
    [Theory]
    [InlineData("Bonjour, comment mettre en place le code à six chiffres pour me connecter ?", "1011", "10 codes de secours")]
    [InlineData("Que faut-il faire quand un prélèvement d'un membre est rejeté ?", "1059", "7 jours plus tard")]
    [InlineData("Mes adhérents peuvent-ils changer de RIB eux-mêmes ?", "1062", "signez le mandat à l'écran")]
    public async Task Question_French_IsAnsweredFromTheArticleThatKnows(string question, string article, string fact)
    {
        var customer = await product.CustomerAsync("fr", "Élise Durand");

        var reply = await customer.AskAsync(question);

        reply.Text.ShouldStartWith("Bonjour Élise !");
        reply.Text.ShouldContain(fact);
        reply.Articles[0].ShouldBe(article);
        reply.BodyHtml!.IndexOf("Articles utiles", StringComparison.Ordinal)
            .ShouldBeInRange(1, reply.BodyHtml.IndexOf($"/fr/articles/{article}-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Which tablets can I use as a kiosk at the entrance?", "1039", "at least 9 inches")]
    [InlineData("How do I set up climbing waivers?", "1071", "again every 12 months")]
    [InlineData("How can members sync the classes with their Outlook calendar?", "1031", "Outlook")]
    public async Task Question_English_IsAnsweredFromTheArticleThatKnows(string question, string article, string fact)
    {
        var customer = await product.CustomerAsync("en", "Emma Stone");

        var reply = await customer.AskAsync(question);

        reply.Text.ShouldStartWith("Hi Emma!");
        reply.Text.ShouldContain(fact);
        reply.Articles[0].ShouldBe(article);
        reply.BodyHtml!.IndexOf("Helpful articles", StringComparison.Ordinal)
            .ShouldBeInRange(1, reply.BodyHtml.IndexOf($"/en/articles/{article}-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr", "How can members sync the classes with their Outlook calendar?", "Hi Élise!", "Helpful articles", "/en/articles/1031-")]
    [InlineData("en", "Comment louer des chaussons à mes grimpeurs ?", "Bonjour Élise !", "Articles utiles", "/fr/articles/1053-")]
    public async Task Question_InAnotherLanguageThanTheContact_IsAnsweredInItsOwn(string contact, string question, string greeting, string heading, string link)
    {
        var customer = await product.CustomerAsync(contact, "Élise Durand");

        var reply = await customer.AskAsync(question);

        reply.Text.ShouldStartWith(greeting);
        reply.BodyHtml.ShouldNotBeNull().ShouldContain(heading);
        reply.BodyHtml.ShouldContain(link);
    }

    [Fact]
    public async Task Answer_FedBackAsWebhooks_IsNotAnsweredByItself()
    {
        var customer = await product.CustomerAsync("en");
        await customer.AskAsync("Which tablets can I use as a kiosk at the entrance?");
        var before = await customer.ConversationAsync();

        await product.SettleAsync();

        (await product.Workspace.DeliveredTopicsAsync(customer.ConversationId)).ShouldContain("conversation.admin.replied");
        (await customer.ConversationAsync()).Parts.Count.ShouldBe(before.Parts.Count);
    }
}
