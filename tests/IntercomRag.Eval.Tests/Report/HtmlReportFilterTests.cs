using IntercomRag.Eval.Report.Html;
using Microsoft.Playwright;

namespace IntercomRag.Eval.Tests.Report;

/// <summary>The report in a browser, opened from disk.</summary>
public sealed class HtmlReportFilterTests : IAsyncLifetime
{
    private static readonly string[] s_browsers = ["chromium", "chromium-browser", "google-chrome"];

    private readonly string _folder = Directory.CreateTempSubdirectory("report-").FullName;
    private readonly List<string> _errors = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Verdict_Chosen_ShowsOnlyItsConversations()
    {
        var page = await OpenAsync();

        await page.GetByText("Failed", new() { Exact = false }).First.ClickAsync();

        await Shown(page, "1 of 3 conversations");
        (await Visible(page)).ShouldBe([SampleRun.Failed.Id]);
        page.Url.ShouldContain("#verdict=failed");
        _errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_WithoutAccentsAndCase_FindsTheWords()
    {
        var page = await OpenAsync();

        await page.GetByRole(AriaRole.Searchbox).FillAsync("ANNULE reserve");

        await Shown(page, "1 of 3 conversations");
        (await Visible(page)).ShouldBe([SampleRun.Passed.Id]);
    }

    [Fact]
    public async Task MatrixCell_Chosen_ShowsItsConversationsUntilTakenBack()
    {
        var page = await OpenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "1 expected answer, taken escalate: show them" }).ClickAsync();

        await Shown(page, "1 of 3 conversations");
        (await Visible(page)).ShouldBe([SampleRun.Failed.Id]);
        await page.Locator("#cell").ClickAsync();
        await Shown(page, "3 conversations");
    }

    [Fact]
    public async Task Address_WithFilter_OpensFiltered()
    {
        var page = await OpenAsync("#locale=en&verdict=open");

        await Shown(page, "1 of 3 conversations");
        (await Visible(page)).ShouldBe([SampleRun.NotJudged.Id]);
    }

    [Fact]
    public async Task Keyboard_Enter_OpensAConversation()
    {
        var page = await OpenAsync();

        await page.Locator("#c1 > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        (await page.Locator("#c1 .body").IsVisibleAsync()).ShouldBeTrue();
    }

    private async Task<IPage> OpenAsync(string hash = "")
    {
        Assert.SkipWhen(_browser is null, $"None of {string.Join(", ", s_browsers)} is on the PATH.");
        var path = Path.Combine(_folder, "report.html");
        await using (var file = File.Create(path))
        {
            var french = SampleRun.Passed with { Turns = [new("customer", "Comment s’annule un cours réservé ?")] };
            await new HtmlReportWriter().WriteAsync(
                SampleRun.Report(french, SampleRun.Failed with { Expected = SampleRun.Failed.Expected! with { Accept = [] } }, SampleRun.NotJudged),
                file, TestContext.Current.CancellationToken);
        }

        var page = await _browser!.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) => _errors.Add(message.Text);
        await page.GotoAsync(new Uri(path) + hash);
        return page;
    }

    private static Task Shown(IPage page, string text) => Assertions.Expect(page.Locator("#shown")).ToHaveTextAsync(text);

    private static async Task<IReadOnlyList<string>> Visible(IPage page) => await page.Locator(".item:visible summary code").AllTextContentsAsync();

    private static string? Find() =>
        (from name in s_browsers
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
