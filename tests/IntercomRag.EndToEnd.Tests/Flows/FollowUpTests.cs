using IntercomRag.EndToEnd.Tests.Product;

namespace IntercomRag.EndToEnd.Tests.Flows;

/// <summary>Questions that say nothing by themselves.</summary>
public sealed class FollowUpTests(RunningProduct product)
{
    [Theory]
    [InlineData("fr", "Comment transformer mon iPad en borne d'accueil ?", "Et si j'oublie le code PIN ?", "1039", "Réglages > Bornes")]
    [InlineData("fr", "Quels sont les tarifs de la formule Club ?", "Et pour Network ?", "1004", "149 €")]
    [InlineData("fr", "Comment mettre en place le code à six chiffres pour me connecter ?", "Et si je perds mon téléphone ?", "1011", "Connectez-vous avec un code de secours")]
    [InlineData("en", "How long is a gift card valid?", "And can it be refunded?", "1024", "refunded for 14 days")]
    [InlineData("en", "Can a gift card be refunded?", "And how long is it valid?", "1024", "valid for 12 months")]
    public async Task FollowUp_AfterAnAnswer_IsUnderstoodFromTheHistory(string language, string question, string followUp, string article, string fact)
    {
        var customer = await product.CustomerAsync(language);
        (await customer.AskAsync(question)).Articles[0].ShouldBe(article);

        var reply = await customer.AskAsync(followUp);

        reply.Text.ShouldContain(fact, Case.Insensitive, $"the conversation: {await customer.ConversationAsync()}");
        reply.Articles[0].ShouldBe(article);
    }

    [Theory]
    [InlineData("fr", "Et pour Network ?", "149 €")]
    [InlineData("en", "And how long is it valid?", "valid for 12 months")]
    public async Task FollowUp_WithoutHistory_GetsAnotherReply(string language, string followUp, string fact)
    {
        var customer = await product.CustomerAsync(language);

        (await customer.AskAsync(followUp)).Text.ShouldNotContain(fact);
    }

    [Fact]
    public async Task Greeting_SecondReply_IsNotRepeated()
    {
        var customer = await product.CustomerAsync("en", "Emma Stone");
        (await customer.AskAsync("How long is a gift card valid?")).Text.ShouldStartWith("Hi Emma!");

        (await customer.AskAsync("How do I set up climbing waivers?")).Text.ShouldNotContain("Emma");
    }
}
