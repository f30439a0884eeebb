using FollowUp.Application.People;

namespace FollowUp.Pages.Tests.Console;

static class SignedInBrowsers
{
    /// <summary>A browser with an open session; the application must be a demonstration.</summary>
    public static async Task<Browser> SignIn(this TestApp app, Staff staff)
    {
        var browser = app.NewBrowser();
        await browser.Fill("/desk/sign-in", new() { ["staff"] = staff.Id }, to: "/desk/sign-in/demo");
        return browser;
    }
}
