using System.Net;
using System.Text.Json;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Pages.Tests.Mailbox;

public sealed class MailboxPageTests
{
    [Fact]
    public async Task Mails_are_listed_as_JSON_oldest_first()
    {
        await using var app = await TestApp.Start();
        await app.CreateRelaunchLink();
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.CallBack, app.Now, AgreedAt: app.Now + NodaTime.Duration.FromDays(1)));
        await app.AdvanceTime(NodaTime.Duration.FromMinutes(1));

        var answer = await app.NewBrowser().Send(HttpMethod.Get, "/demo/mailbox?project=P-1", null, "application/json");

        using var json = JsonDocument.Parse(answer.Html);
        var mails = json.RootElement.EnumerateArray().ToArray();
        Assert.Equal(
            ["P-1.1.Receipt", "P-1.4.Validated", "P-1.6.RelaunchFirst", "P-1.8.CallAgreed"],
            mails.Select(m => m.GetProperty("id").GetString()));
        var relaunch = mails[2];
        Assert.Equal(
            ["id", "at", "from", "to", "subject", "text", "html", "headers", "links"], relaunch.EnumerateObject().Select(p => p.Name));
        Assert.Equal("jeanne@martin.example", relaunch.GetProperty("to").GetString());
        Assert.Matches(@"^2026-11-2\dT\d\d:\d\d:\d\d\+01:00$", relaunch.GetProperty("at").GetString());
        Assert.StartsWith("https://suivi.example/l/", relaunch.GetProperty("links")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", relaunch.GetProperty("headers").GetProperty("List-Unsubscribe-Post").GetString());
    }

    [Theory]
    [InlineData("?to=JEANNE@martin.example", 3)]
    [InlineData("?to=nobody@martin.example", 0)]
    [InlineData("?project=P-2", 0)]
    [InlineData("", 3)]
    public async Task Mails_are_filtered_by_recipient_and_project(string query, int count)
    {
        await using var app = await TestApp.Start();
        await app.CreateRelaunchLink();

        var answer = await app.NewBrowser().Send(HttpMethod.Get, "/demo/mailbox" + query, null, "application/json");

        using var json = JsonDocument.Parse(answer.Html);
        Assert.Equal(count, json.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Mailbox_page_lists_mails_and_shows_both_parts()
    {
        await using var app = await TestApp.Start();
        await app.CreateRelaunchLink();
        var browser = app.NewBrowser();

        var list = await browser.Get("/demo/mailbox");
        var mail = await browser.Get("/demo/mailbox/P-1.6.RelaunchFirst");
        var body = await browser.Get("/demo/mailbox/P-1.6.RelaunchFirst/body");

        Assert.Contains("où en êtes-vous", list.Text, StringComparison.Ordinal);
        Assert.Contains("Nous prenons des nouvelles", mail.Text, StringComparison.Ordinal);
        Assert.Contains("sandbox", body.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", body.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/demo/mailbox/nothing")).Status);
    }

    [Fact]
    public async Task Mailbox_exists_only_where_mails_are_stored()
    {
        await using var app = await TestApp.Start(o => o.MailboxPage = false);
        await app.CreateRelaunchLink();

        Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser().Get("/demo/mailbox")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser().Get("/demo/mailbox/P-1.6.RelaunchFirst/body")).Status);
    }

    [Fact]
    public async Task Mails_to_staff_are_hidden_where_their_links_would_sign_in()
    {
        await using var app = await TestApp.Start(o => o.MailboxShowsStaffMails = false);
        await app.CreateRelaunchLink();
        await app.AskToSignIn(app.NewBrowser(), TestApp.Nadia.Id);
        var kept = Assert.Single(await app.AllMails(), mail => mail.Mail.To == TestApp.Nadia.Id).Mail;

        var list = await app.NewBrowser().Get("/demo/mailbox");
        var json = await app.NewBrowser().Send(HttpMethod.Get, "/demo/mailbox", null, "application/json");

        Assert.Contains("où en êtes-vous", list.Text, StringComparison.Ordinal);
        Assert.Contains("Les mails à l’équipe ne sont pas montrés", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestApp.Nadia.Id, list.Html + json.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser().Get($"/demo/mailbox/{kept.MessageId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser().Get($"/demo/mailbox/{kept.MessageId}/body")).Status);
    }

    [Theory]
    [InlineData("localhost:7071", false, HttpStatusCode.OK)]
    [InlineData("127.0.0.1", false, HttpStatusCode.OK)]
    [InlineData("[::1]:7071", false, HttpStatusCode.OK)]
    [InlineData("elsewhere.example:7071", false, HttpStatusCode.NotFound)]
    [InlineData("localhost.elsewhere.example", false, HttpStatusCode.NotFound)]
    [InlineData("192.0.2.7", false, HttpStatusCode.NotFound)]
    [InlineData("elsewhere.example:7071", true, HttpStatusCode.OK)]
    public async Task Foreign_host_name_reads_sample_mails_only(string name, bool demo, HttpStatusCode status)
    {
        await using var app = await TestApp.Start(o => o.Demo = demo);
        await app.SubmitProject();
        await app.AdvanceTime(NodaTime.Duration.FromMinutes(1));
        using var stranger = app.NewHttpClient();
        foreach (var path in new[] { "/demo/mailbox", "/demo/mailbox/P-1.1.Receipt", "/demo/mailbox/P-1.1.Receipt/body" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = name } };

            using var answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(status, answer.StatusCode);
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }
}
