using IntercomRag.EndToEnd.Tests.Product;

namespace IntercomRag.EndToEnd.Tests.Flows;

public sealed class BurstTests(RunningProduct product)
{
    // Within two seconds, as somebody types who ends every thought with Enter.
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromMilliseconds(500);

    [Theory]
    [InlineData("fr", "Bonjour !", "On vient de prendre la formule Club.", "Comment fonctionnent les listes d'attente ?", "1019")]
    [InlineData("en", "Hello", "We would like to sell gift cards.", "How long are they valid?", "1024")]
    [InlineData("fr", "On vient de prendre la formule Club.", "On a beaucoup de demandes pour le cours du lundi.", "Comment fonctionnent les listes d'attente ?", "1019")]
    [InlineData("en", "Thanks!", "One more thing.", "How long is a gift card valid?", "1024")]
    public async Task ThreeMessages_WithinTwoSeconds_GetOneReplyToAllOfThem(string language, string first, string second, string third, string article)
    {
        var customer = await product.CustomerAsync(language);

        await customer.SayAsync(first);
        await Task.Delay(BetweenMessages, TimeProvider.System, TestContext.Current.CancellationToken);
        await customer.SayAsync(second);
        await Task.Delay(BetweenMessages, TimeProvider.System, TestContext.Current.CancellationToken);
        await customer.SayAsync(third);
        var reply = await customer.ReplyAsync();
        await product.SettleAsync();

        var conversation = await customer.ConversationAsync();
        conversation.Replies.Count.ShouldBe(1, conversation.ToString());
        conversation.Parts.ToList().FindIndex(part => part.Id == reply.Id).ShouldBe(3, conversation.ToString());
        reply.Articles.ShouldContain(article, conversation.ToString());
    }
}
