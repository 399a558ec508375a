using IntercomRag.EndToEnd.Tests.Workspace;
using Microsoft.Playwright;

namespace IntercomRag.EndToEnd.Tests.Pages;

/// <summary>The agents' page, used as Camille Roy.</summary>
internal sealed class InboxPage(IPage page)
{
    public ILocator State => page.GetByTestId("conversation-state");

    public static async Task<InboxPage> OpenAsync(IPage page, Uri inbox)
    {
        await page.GotoAsync($"{inbox}?agent={Person.Camille}");
        return new InboxPage(page);
    }

    public ILocator Parts(string type) => page.Locator($"[data-testid=part][data-part-type={type}]");

    public async Task OpenConversationAsync(string id)
    {
        await page.GetByTestId("filter-all").CheckAsync(new LocatorCheckOptions { Force = true });
        await page.Locator($"[data-testid=conversation-item][data-conversation-id='{id}']").ClickAsync();
        await page.GetByTestId("parts").WaitForAsync();
    }

    public async Task ReplyAsync(string text)
    {
        await page.GetByTestId("reply-input").FillAsync(text);
        await page.GetByTestId("reply-send").ClickAsync();
    }

    public Task GiveBackAsync() => page.GetByTestId("give-back").ClickAsync();

    /// <summary>Finds an article by words of its title, as an author would, and takes it back.</summary>
    public async Task UnpublishAsync(string articleId, string locale, string words)
    {
        await page.GetByTestId("tab-articles").ClickAsync();
        await page.GetByTestId("article-search").FillAsync(words);
        await page.Locator($"[data-testid=article-item][data-article-id='{articleId}'][data-locale={locale}]").ClickAsync();
        await page.GetByTestId("unpublish").ClickAsync();
        await page.GetByTestId("publish").WaitForAsync();
    }
}
