using Microsoft.Playwright;

namespace IntercomRag.EndToEnd.Tests.Pages;

/// <summary>A headless browser of this machine, one for all tests of the pages.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            // Without a sandbox, for containers that run as root; without everything that would call home.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync",
            ],
        });
    }

    /// <summary>A page with storage of its own; skips the test where there is no browser.</summary>
    internal async Task<IPage> OpenAsync(ViewportSize? size = null)
    {
        Assert.SkipWhen(_browser is null, $"None of {string.Join(", ", Names)} is on the PATH.");
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = size ?? Screenshots.Wide });
        page.SetDefaultTimeout(15_000);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find() =>
        (from name in Names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
