using IntercomRag.Testing;
using Microsoft.Playwright;

namespace IntercomRag.EndToEnd.Tests.Pages;

/// <summary>Pictures for people to look at, in <c>artifacts/screenshots</c>.</summary>
internal static class Screenshots
{
    public static readonly ViewportSize Wide = new() { Width = 1280, Height = 800 };
    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    // A narrower window moves the newest message out of sight.
    private const string ShowNewest = """
        document.querySelectorAll('[data-testid=thread], [data-testid=parts]').forEach((list) => list.lastElementChild?.scrollIntoView({ block: 'end' }))
        """;

    /// <summary>Takes the page as it is in both widths and checks that nothing has to be scrolled sideways.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        foreach (var size in new[] { Phone, Wide })
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            await page.EvaluateAsync(ShowNewest);
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(RepositoryRoot.Folder, "artifacts", "screenshots", $"{name}-{size.Width}.png"),
            });
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(size.Width, $"{name} at {size.Width} px");
        }
    }
}
