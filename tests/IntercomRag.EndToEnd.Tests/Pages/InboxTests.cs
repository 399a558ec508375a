using System.Diagnostics;
using IntercomRag.EndToEnd.Tests.Product;
using IntercomRag.EndToEnd.Tests.Workspace;

namespace IntercomRag.EndToEnd.Tests.Pages;

[Collection(nameof(PagesCollection))]
public sealed class InboxTests(RunningProduct product, Browser browser)
{
    [Fact]
    public async Task AgentReply_ThroughTheInbox_SilencesTheAssistant_GivingBackWakesIt()
    {
        var customer = await product.CustomerAsync("en", "Emma Stone");
        var customersPage = await browser.OpenAsync();
        var messenger = await MessengerPage.OpenAsync(customersPage, product.Messenger, customer);
        await messenger.AskAsync("How long is a gift card valid?");
        var conversation = await product.Workspace.NewestConversationAsync(customer.ContactId);
        var agentsPage = await browser.OpenAsync();
        var inbox = await InboxPage.OpenAsync(agentsPage, product.Inbox);
        await inbox.OpenConversationAsync(conversation.Id);

        await inbox.ReplyAsync("Hello Emma, I am looking into it.");
        await messenger.HandoverAsync();
        await messenger.SendAsync("And can it be refunded?");
        await product.SettleAsync();
        (await messenger.Replies.CountAsync()).ShouldBe(1);
        await Screenshots.TakeAsync(customersPage, "messenger-agent");
        await Screenshots.TakeAsync(agentsPage, "inbox-agent");

        await inbox.GiveBackAsync();
        var woken = await messenger.ReplyAsync(2);
        (await woken.InnerTextAsync()).ShouldContain("refunded for 14 days");
        await Screenshots.TakeAsync(customersPage, "messenger-given-back");
        await customersPage.CloseAsync();
        await agentsPage.CloseAsync();
    }

    [Fact]
    public async Task Article_UnpublishedThroughTheInbox_IsNoLongerQuotedAfterFiveSeconds()
    {
        const string Question = "How do I set the pay of a coach for the payroll?";
        (await AnswerToSomebodyNewAsync(Question)).Articles.ShouldContain("1043");
        var page = await browser.OpenAsync();
        var inbox = await InboxPage.OpenAsync(page, product.Inbox);

        await inbox.UnpublishAsync("1043", "en", "payroll");

        var clock = Stopwatch.StartNew();
        await Screenshots.TakeAsync(page, "inbox-unpublished");
        TimeSpan asked;
        Part reply;
        do
        {
            asked = clock.Elapsed;
            reply = await AnswerToSomebodyNewAsync(Question);
        }
        while (reply.Articles.Contains("1043") && asked < TimeSpan.FromSeconds(5));

        reply.Articles.ShouldNotContain("1043", $"asked {asked.TotalSeconds:0.0} s after it was unpublished: {reply}");
        await page.CloseAsync();
    }

    private async Task<Part> AnswerToSomebodyNewAsync(string question) => await (await product.CustomerAsync("en")).AskAsync(question);
}
