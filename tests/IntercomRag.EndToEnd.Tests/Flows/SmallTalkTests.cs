using IntercomRag.EndToEnd.Tests.Product;

namespace IntercomRag.EndToEnd.Tests.Flows;

/// <summary>Messages that ask nothing that an article could answer.</summary>
public sealed class SmallTalkTests(RunningProduct product)
{
    [Theory]
    [InlineData("fr", "Comment louer des chaussons à mes grimpeurs ?", "Merci beaucoup !", "Avec plaisir")]
    [InlineData("en", "How long is a gift card valid?", "Thanks a lot, that works now!", "You're welcome")]
    public async Task Thanks_AfterAnAnswer_AreReturnedWithoutArticles(string language, string question, string thanks, string said)
    {
        var customer = await product.CustomerAsync(language);
        await customer.AskAsync(question);

        var reply = await customer.AskAsync(thanks);

        reply.Text.ShouldContain(said);
        reply.Articles.ShouldBeEmpty();
        (await customer.ConversationAsync()).TeamAssigneeId.ShouldBeNull();
    }

    [Theory]
    [InlineData("fr", "J'ai un problème", "Aidez-moi", "pouvez-vous m'en dire un peu plus")]
    [InlineData("en", "I have a problem", "It does not work", "could you tell me a little more")]
    public async Task Vague_Once_IsClarified_TwiceOffersAHuman(string language, string first, string second, string clarified)
    {
        var customer = await product.CustomerAsync(language);

        var reply = await customer.AskAsync(first);
        reply.Text.ShouldContain(clarified);
        reply.Articles.ShouldBeEmpty();

        await customer.AskAsync(second);
        (await customer.OffersAsync()).Count.ShouldBe(2);
        (await customer.ConversationAsync()).TeamAssigneeId.ShouldBeNull();
    }

    [Theory]
    [InlineData("fr", "je ne sais pas lire les images")]
    [InlineData("en", "I cannot read images")]
    public async Task File_WithoutWords_IsAskedAbout(string language, string said)
    {
        var customer = await product.CustomerAsync(language);

        await customer.SendFileAsync("screenshot.png");

        (await customer.ReplyAsync()).Text.ShouldContain(said);
    }
}
