using IntercomRag.EndToEnd.Tests.Product;

namespace IntercomRag.EndToEnd.Tests.Flows;

public sealed class AudienceTests(RunningProduct product)
{
    private const string EmergencyNumber = "+33 1 99 00 12 34";

    // 1076 is a draft with next year's prices, 1078 a draft about loyalty points; 1073 is for the team alone.
    [Theory]
    [InlineData("fr", "Combien coûtera la formule Start en janvier 2027 ?", "1076", "35 €")]
    [InlineData("en", "How much will the Start plan cost from January 2027?", "1076", "€35")]
    [InlineData("fr", "Combien de points de fidélité gagne-t-on par séance ?", "1078", "10 points")]
    [InlineData("fr", "Jusqu'à quel montant l'équipe peut-elle faire un geste commercial ?", "1073", "100 €")]
    [InlineData("en", "What goodwill credit can you grant to my club?", "1073", "€100")]
    public async Task DraftOrRestrictedArticle_AskedFor_NeverAppears(string language, string question, string article, string secret)
    {
        var customer = await product.CustomerAsync(language);

        await customer.AskAsync(question);

        var conversation = await customer.ConversationAsync();
        foreach (var part in conversation.Parts)
        {
            part.Text.Replace('\u00a0', ' ').Replace('\u202f', ' ').ShouldNotContain(secret);
            part.Articles.ShouldNotContain(article);
        }
    }

    [Theory]
    [InlineData("fr", "Quel numéro de téléphone appeler si une porte reste bloquée le week-end ?")]
    [InlineData("en", "What is the emergency number when a door does not open?")]
    public async Task ArticleForUsers_AskedForByAUser_IsQuoted(string language, string question)
    {
        var user = await product.CustomerAsync(language, role: "user");

        var reply = await user.AskAsync(question);

        reply.Text.ShouldContain(EmergencyNumber);
        reply.Articles[0].ShouldBe("1074");
    }

    [Theory]
    [InlineData("fr", "Quel numéro de téléphone appeler si une porte reste bloquée le week-end ?")]
    [InlineData("en", "What is the emergency number when a door does not open?")]
    public async Task ArticleForUsers_AskedForByALead_IsNot(string language, string question)
    {
        var lead = await product.CustomerAsync(language, role: "lead");

        await lead.AskAsync(question);

        var conversation = await lead.ConversationAsync();
        conversation.SeenByCustomer.ShouldNotContain(EmergencyNumber);
        conversation.Parts.SelectMany(part => part.Articles).ShouldNotContain("1074");
    }
}
