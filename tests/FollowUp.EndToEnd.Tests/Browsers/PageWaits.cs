using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers;

static class PageWaits
{
    /// <summary>Waits until the browser shows an address, and the scripts of its page have run.</summary>
    /// <remarks>
    /// <see cref="IPage.WaitForURLAsync(string, PageWaitForURLOptions)"/> waits for the load event, and misses it for good when it fires
    /// between its first look and its subscription. The page's own state cannot be missed.
    /// </remarks>
    /// <param name="address">What the address must match, as a regular expression.</param>
    public static async Task WaitForAddress(this IPage page, string address)
    {
        await Expect(page).ToHaveURLAsync(new Regex(address));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }
}
