using IntercomRag.EndToEnd.Tests.Conformance;
using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Testing;
using Microsoft.Playwright;

namespace IntercomRag.EndToEnd.Tests.Pages;

/// <summary>Breaking things from the inbox page, in a workspace of its own: the product that other tests share must not suffer.</summary>
[Collection(nameof(PagesCollection))]
public sealed class FaultsTests(Browser browser)
{
    [Fact]
    public async Task Faults_SetOnThePage_AreInForceAndShownOnEveryTabUntilCleared()
    {
        await using var simulator = await RunningSimulator.StartAsync(TestContext.Current.CancellationToken);
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{new Uri(simulator.Address, "/inbox")}?tab=faults&lang=en");
        var sign = page.GetByTestId("faults-on");
        await page.GetByLabel("Connection broken, but done").FillAsync("0.5");
        await page.GetByLabel("Subscription suspended").CheckAsync();
        await page.GetByLabel("Status of 5xx").SelectOptionAsync("504");
        await page.GetByLabel("Its end is told by").SelectOptionAsync("retry_after");
        await sign.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });

        await page.GetByTestId("save-faults").ClickAsync();

        await sign.WaitForAsync();
        await Screenshots.TakeAsync(page, "inbox-faults");
        var faults = await simulator.Workspace.GetAsync("faults");
        faults.GetProperty("rest").GetProperty("reset_after_probability").GetDouble().ShouldBe(0.5);
        faults.GetProperty("rest").GetProperty("server_error_status").GetInt32().ShouldBe(504);
        faults.GetProperty("webhooks").GetProperty("suspended").GetBoolean().ShouldBeTrue();
        faults.GetProperty("storm").GetProperty("headers").GetString().ShouldBe("retry_after");

        await page.GetByTestId("language-toggle").ClickAsync();
        await page.GetByLabel("Connexion coupée, mais fait").WaitForAsync();
        await Screenshots.TakeAsync(page, "inbox-faults-fr");
        await page.GetByTestId("tab-articles").ClickAsync();
        await sign.WaitForAsync();
        await page.GetByTestId("clear-faults").ClickAsync();

        await sign.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        var state = await simulator.Workspace.GetAsync("faults/state");
        state.GetProperty("active").GetBoolean().ShouldBeFalse();
        await page.CloseAsync();
    }

    [Fact]
    public async Task LongConversation_MadeByOneButton_HasMoreThan500PartsAndStaysReadable()
    {
        await using var simulator = await RunningSimulator.StartAsync(TestContext.Current.CancellationToken);
        var contact = await simulator.Workspace.CreateContactAsync("Emma Stone", "en", "user");
        var written = await simulator.Workspace.WriteAsync(contact, new Message("How long is a gift card valid?"));
        var page = await browser.OpenAsync();
        var inbox = await InboxPage.OpenAsync(page, new Uri(simulator.Address, "/inbox"));
        await inbox.OpenConversationAsync(written.ConversationId);

        await page.GetByTestId("make-long").ClickAsync();

        await Eventually.HoldsAsync(
            async () => await page.GetByTestId("part").CountAsync() == 601, cancellationToken: TestContext.Current.CancellationToken);
        await Screenshots.TakeAsync(page, "inbox-long-conversation");
        (await simulator.Workspace.ConversationAsync(written.ConversationId)).Parts.Count.ShouldBe(601);
        await page.CloseAsync();
    }
}
