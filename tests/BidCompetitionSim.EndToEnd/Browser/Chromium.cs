using Microsoft.Playwright;

namespace BidCompetitionSim.EndToEnd.Browser;

/// <summary>
/// A real browser, found where Linux distributions put it or where BIDSIM_BROWSER says. Tests are skipped where there is none, unless
/// BIDSIM_REQUIRE_BROWSER=1: then a missing browser is a failure.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? driver;
    private IBrowser? browser;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path) return;
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path, Headless = true,
            // Without the first it does not start as root; the others keep it quiet and off the network.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page without a network, that notes what goes wrong and what it asks for.</summary>
    public async Task<ObservedPage> OpenAsync(string html, ViewportSize size, bool script = true)
    {
        if (browser is null) Assert.Skip("No Chromium is installed here; BIDSIM_BROWSER names one that is elsewhere.");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Offline = true, ViewportSize = size, JavaScriptEnabled = script });
        return await ObservedPage.OpenAsync(context, html);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        driver?.Dispose();
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("BIDSIM_BROWSER");
        var found = (named is null ? Places : [named]).FirstOrDefault(File.Exists);
        return found is null && Environment.GetEnvironmentVariable("BIDSIM_REQUIRE_BROWSER") == "1"
            ? throw new InvalidOperationException("BIDSIM_REQUIRE_BROWSER=1, and no Chromium was found.") : found;
    }
}

/// <summary>A file opened in a browser.</summary>
public sealed class ObservedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly string path;

    private ObservedPage(IBrowserContext context, IPage page, string path) => (this.context, Page, this.path) = (context, page, path);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, errors that no script caught, and dialogs.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Everything asked for besides the file itself.</summary>
    public List<string> Requests { get; } = [];

    internal static async Task<ObservedPage> OpenAsync(IBrowserContext context, string html)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.html");
        await File.WriteAllTextAsync(path, html);
        var (page, file) = (await context.NewPageAsync(), new Uri(path).AbsoluteUri);
        var observed = new ObservedPage(context, page, path);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") observed.Complaints.Add(message.Text); };
        page.Dialog += async (_, dialog) =>
        {
            observed.Complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.PageError += (_, error) => observed.Complaints.Add(error);
        page.Request += (_, request) => { if (request.Url != file && !request.Url.StartsWith("data:", StringComparison.Ordinal)) observed.Requests.Add(request.Url); };
        await page.GotoAsync(file);
        return observed;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        File.Delete(path);
    }
}
