namespace FollowUp.Pages.Tests.Console;

public sealed class CompressionTests
{
    static async Task<string?> GetEncoding(TestApp app, string path, Browser? signedIn = null)
    {
        var page = await (signedIn ?? app.NewBrowser()).Send(HttpMethod.Get, path, null, acceptEncoding: "br, gzip");
        return page.Headers.GetValueOrDefault("Content-Encoding");
    }

    [Fact]
    public async Task Pages_of_the_console_and_assets_are_compressed()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.SubmitProject();
        var camille = await app.SignIn(TestApp.Camille);

        foreach (var path in new[] { "/desk", "/desk/call/P-1", "/desk/projects/P-1", "/desk/search", "/assets/app.css", "/assets/desk.js" })
        {
            Assert.Equal("br", await GetEncoding(app, path, camille));
        }
    }

    [Fact]
    public async Task Sign_in_and_link_pages_are_never_compressed()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var link = await app.CreateRelaunchLink();

        foreach (var path in new[] { "/desk/sign-in", link, "/demo/mailbox" })
        {
            Assert.Null(await GetEncoding(app, path));
        }
    }
}
