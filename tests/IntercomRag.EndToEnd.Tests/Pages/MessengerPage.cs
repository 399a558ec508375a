using IntercomRag.EndToEnd.Tests.Workspace;
using IntercomRag.Testing;
using Microsoft.Playwright;

namespace IntercomRag.EndToEnd.Tests.Pages;

/// <summary>The customer's page.</summary>
internal sealed class MessengerPage(IPage page)
{
    // Sends, and answers with the milliseconds on the page's own clock until one more bubble of the assistant stands in the thread.
    private const string SendAndWait = """
        (expected) => new Promise((resolve) => {
          const thread = document.querySelector('[data-testid=thread]');
          const sent = performance.now();
          const observer = new MutationObserver(() => {
            if (thread.querySelectorAll('[data-testid=message][data-author=assistant]').length >= expected) {
              observer.disconnect();
              resolve(performance.now() - sent);
            }
          });
          observer.observe(thread, { childList: true, subtree: true });
          document.querySelector('[data-testid=send]').click();
        })
        """;

    public ILocator Replies => page.Locator("[data-testid=message][data-author=assistant]");

    public ILocator Handovers => page.GetByTestId("handover-line");

    public static async Task<MessengerPage> OpenAsync(IPage page, Uri messenger, Customer customer)
    {
        await page.GotoAsync($"{messenger}?contact={customer.ContactId}");
        await page.GetByTestId("new-conversation").ClickAsync();
        return new MessengerPage(page);
    }

    public async Task SendAsync(string text)
    {
        await page.GetByTestId("message-input").FillAsync(text);
        await page.GetByTestId("message-input").PressAsync("Enter");
    }

    /// <summary>Sends and waits for the assistant's next bubble.</summary>
    public async Task<ILocator> AskAsync(string text) => (await AskTimedAsync(text)).Reply;

    /// <summary>The same, with what the customer's own clock measured.</summary>
    public async Task<(ILocator Reply, TimeSpan Took)> AskTimedAsync(string text)
    {
        var before = await Replies.CountAsync();
        await page.GetByTestId("message-input").FillAsync(text);
        var milliseconds = await page.EvaluateAsync<double>(SendAndWait, before + 1).WaitAsync(Customer.ReplyDeadline);
        return (Replies.Nth(before), TimeSpan.FromMilliseconds(milliseconds));
    }

    public Task<ILocator> ReplyAsync(int number) => WaitAsync(Replies, number);

    public Task<ILocator> HandoverAsync() => WaitAsync(Handovers, 1);

    private static async Task<ILocator> WaitAsync(ILocator locator, int number)
    {
        await Eventually.HoldsAsync(async () => await locator.CountAsync() >= number, Customer.ReplyDeadline, TestContext.Current.CancellationToken);
        return locator.Nth(number - 1);
    }
}
