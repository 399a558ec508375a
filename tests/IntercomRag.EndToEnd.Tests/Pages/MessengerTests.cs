using IntercomRag.EndToEnd.Tests.Product;
using IntercomRag.EndToEnd.Tests.Workspace;

namespace IntercomRag.EndToEnd.Tests.Pages;

[Collection(nameof(PagesCollection))]
public sealed class MessengerTests(RunningProduct product, Browser browser, ITestOutputHelper output)
{
    private static readonly TimeSpan ReplyLimit = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task FrenchQuestion_IsAnsweredUnderTwoSeconds_ThenItsFollowUp()
    {
        var page = await browser.OpenAsync();
        var messenger = await MessengerPage.OpenAsync(page, product.Messenger, await product.CustomerAsync("fr", "Élise Durand"));
        await Screenshots.TakeAsync(page, "messenger-empty");

        var (reply, took) = await messenger.AskTimedAsync("Comment transformer mon iPad en borne d'accueil ?");

        output.WriteLine($"From send to bubble: {took.TotalMilliseconds:0} ms");
        (await reply.InnerTextAsync()).ShouldContain("Bonjour Élise !");
        (await reply.Locator("a").First.GetAttributeAsync("href")).ShouldNotBeNull().ShouldContain("/fr/articles/1039-");
        await Screenshots.TakeAsync(page, "messenger-answer-fr");

        var followUp = await messenger.AskAsync("Et si j'oublie le code PIN ?");
        (await followUp.InnerTextAsync()).ShouldContain("Nouveau code PIN");
        await Screenshots.TakeAsync(page, "messenger-follow-up-fr");
        took.ShouldBeLessThan(ReplyLimit);
        await page.CloseAsync();
    }

    [Fact]
    public async Task EnglishQuestion_OfAFrenchContact_IsAnsweredInEnglish()
    {
        var page = await browser.OpenAsync();
        var messenger = await MessengerPage.OpenAsync(page, product.Messenger, await product.CustomerAsync("fr", "Élise Durand"));

        var reply = await messenger.AskAsync("How can members sync the classes with their Outlook calendar?");

        (await reply.InnerTextAsync()).ShouldContain("Helpful articles");
        (await reply.Locator("a").First.GetAttributeAsync("href")).ShouldNotBeNull().ShouldContain("/en/articles/1031-");
        await Screenshots.TakeAsync(page, "messenger-answer-en");
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("je voudrais parler à quelqu'un", "human_request", Person.Support, "Support")]
    [InlineData("Je souhaite obtenir le remboursement de mon dernier mois d'abonnement", "refund", Person.Billing, "Billing")]
    public async Task WishForAHuman_WrittenOnAPhone_IsHandedOverAndTheInboxShowsWhy(string text, string reason, string teamId, string team)
    {
        var customer = await product.CustomerAsync("fr", "Élise Durand");
        var page = await browser.OpenAsync(Screenshots.Phone);
        var messenger = await MessengerPage.OpenAsync(page, product.Messenger, customer);

        await messenger.AskAsync(text);

        (await (await messenger.HandoverAsync()).InnerTextAsync()).ShouldContain(team);
        (await page.GetByTestId("thread").InnerTextAsync()).ShouldNotContain($"({reason},");
        await Screenshots.TakeAsync(page, $"messenger-{reason}");
        var conversation = await product.Workspace.NewestConversationAsync(customer.ContactId);
        Handover.Of(conversation, teamId, reason);

        var inbox = await InboxPage.OpenAsync(page, product.Inbox);
        await inbox.OpenConversationAsync(conversation.Id);
        (await inbox.Parts("note").InnerTextAsync()).ShouldContain($"({reason},");
        (await inbox.Parts("assignment").InnerTextAsync()).ShouldContain(team);
        await Screenshots.TakeAsync(page, $"inbox-{reason}");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Burst_OfThreeMessages_IsAnsweredOnce()
    {
        var customer = await product.CustomerAsync("en", "Emma Stone");
        var page = await browser.OpenAsync();
        var messenger = await MessengerPage.OpenAsync(page, product.Messenger, customer);

        await messenger.SendAsync("Hello");
        await messenger.SendAsync("We would like to sell gift cards.");
        await messenger.SendAsync("How long are they valid?");
        await messenger.ReplyAsync(1);
        await product.SettleAsync();

        (await messenger.Replies.CountAsync()).ShouldBe(1);
        (await product.Workspace.NewestConversationAsync(customer.ContactId)).Replies.Count.ShouldBe(1);
        await Screenshots.TakeAsync(page, "messenger-burst");
        await page.CloseAsync();
    }
}
