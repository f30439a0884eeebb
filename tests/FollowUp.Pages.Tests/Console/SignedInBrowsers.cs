using FollowUp.Application.People;

namespace FollowUp.Pages.Tests.Console;

static class SignedInBrowsers
{
    /// <summary>A browser with an open session, in a house that was opened as a demonstration.</summary>
    public static async Task<Browser> SignIn(this TestApp house, Staff staff)
    {
        var browser = house.NewBrowser();
        await browser.Fill("/desk/sign-in", new() { ["staff"] = staff.Id }, to: "/desk/sign-in/demo");
        return browser;
    }
}
