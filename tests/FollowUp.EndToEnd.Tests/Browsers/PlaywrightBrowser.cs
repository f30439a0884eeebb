using Microsoft.Playwright;

namespace FollowUp.EndToEnd.Tests.Browsers;

/// <summary>Chromium as a person uses it, driven by Playwright. It downloads nothing: the browser is the machine's.</summary>
sealed class PlaywrightBrowser : IAsyncDisposable
{
    static readonly string[] ProgramPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Only a test that fails takes this long: the machine may be busy with other work.</summary>
    static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    readonly IPlaywright playwright;
    readonly IBrowser browser;

    PlaywrightBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Starts the browser. Skips the test on a machine without one.</summary>
    public static async Task<PlaywrightBrowser> Start()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? ProgramPaths.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no Chromium on this machine.");
        Assertions.SetDefaultExpectTimeout((float)Timeout.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
            Timeout = (float)Timeout.TotalMilliseconds,
        });
        return new PlaywrightBrowser(playwright, browser);
    }

    /// <summary>A page with cookies of its own, in French.</summary>
    public async Task<IPage> OpenPage()
    {
        var context = await browser.NewContextAsync(new() { Locale = "fr-FR", ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout((float)Timeout.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    /// <summary>A page of this size with cookies of its own.</summary>
    /// <param name="isPhone">Whether it is a phone: with touch, and without a mouse.</param>
    public async Task<IPage> OpenPage(int width, int height, bool isPhone = false, bool isDark = false, bool hasScripts = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            Locale = "fr-FR", ViewportSize = new() { Width = width, Height = height }, IsMobile = isPhone, HasTouch = isPhone,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light, JavaScriptEnabled = hasScripts,
        });
        context.SetDefaultTimeout((float)Timeout.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
