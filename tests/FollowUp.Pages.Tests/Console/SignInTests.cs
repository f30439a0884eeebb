using System.Net;
using FollowUp.Application.Delivery;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

public sealed class SignInTests
{
    static async Task<string?> Link(TestApp app)
    {
        var mails = await app.AllMails();
        return mails.IsEmpty ? null : new Uri(mails[0].Mail.Links[0]).AbsolutePath;
    }

    [Fact]
    public async Task Request_without_session_redirects_to_sign_in()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var browser = app.NewBrowser();

        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);
        Assert.Equal("/desk/sign-in?project=P-1", (await browser.Get("/desk/projects/P-1")).Location);
        Assert.Equal("/desk/sign-in?project=P-1", (await browser.Post("/desk/projects/P-1", new() { ["do"] = "undo" })).Location);
        Assert.Equal("/desk/sign-in", (await browser.Get("/desk/search")).Location);
    }

    [Fact]
    public async Task Sign_in_page_does_not_wait_for_a_hanging_mail_server()
    {
        var sender = new FollowUp.Pages.Tests.Scheduling.FailingMailSender { NeverAnswers = true };
        await using var app = await TestApp.Start(mail: sender);

        var answer = await app.NewBrowser().Fill("/desk/sign-in", new() { ["email"] = TestApp.Camille.Id });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(0, sender.Attempts);
    }

    [Fact]
    public async Task Known_and_unknown_address_are_enqueued_alike_and_the_request_sends_nothing()
    {
        await using var app = await TestApp.Start();
        var outbox = app.Services.GetRequiredService<DepartmentOutbox>();
        foreach (var address in new[] { TestApp.Camille.Id, "nobody@demo.example" })
        {
            var before = (await outbox.GetPending(TestContext.Current.CancellationToken)).Length;
            await app.NewBrowser().Fill("/desk/sign-in", new() { ["email"] = address });
            Assert.Equal(before + 1, (await outbox.GetPending(TestContext.Current.CancellationToken)).Length);
        }

        Assert.Empty(await app.AllMails());
        await app.DeliverDepartmentMails();
        Assert.Single(await app.AllMails());
        Assert.Empty(await outbox.GetPending(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sign_in_mail_that_could_not_leave_for_half_an_hour_is_dropped()
    {
        await using var app = await TestApp.Start();
        await app.NewBrowser().Fill("/desk/sign-in", new() { ["email"] = TestApp.Camille.Id });
        app.Time.Advance(TimeSpan.FromMinutes(31));

        await app.DeliverDepartmentMails();

        Assert.Empty(await app.AllMails());
    }

    [Fact]
    public async Task Sign_in_link_opens_the_console_at_the_requested_project()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var browser = app.NewBrowser();
        await app.AskToSignIn(browser, " Camille@Demo.example ", "P-1");
        var link = await Link(app);

        var shown = await browser.Get(link!);
        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);
        var opened = await browser.Post(link!, new() { ["__RequestVerificationToken"] = shown.FormToken });

        Assert.Equal("/desk/projects/P-1", opened.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk")).Status);
    }

    [Fact]
    public async Task Invalid_mail_address_keeps_the_requested_project()
    {
        await using var app = await TestApp.Start();

        var page = await app.AskToSignIn(app.NewBrowser(), "camille", "P-1");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("name=\"project\" value=\"P-1\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_in_link_works_once()
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser();
        await app.AskToSignIn(browser, TestApp.Camille.Id);
        var link = await Link(app);
        await browser.Fill(link!, []);
        var thief = app.NewBrowser();
        var token = (await thief.Get("/desk/sign-in")).FormToken;

        var again = await thief.Post(link!, new() { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("/desk/sign-in", (await thief.Get("/desk")).Location);
    }

    [Fact]
    public async Task Sign_in_link_expires_after_a_quarter_of_an_hour()
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser();
        await app.AskToSignIn(browser, TestApp.Camille.Id);
        var link = await Link(app);
        app.Time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(link!)).Status);
    }

    [Fact]
    public async Task Newer_sign_in_link_ends_older_ones_of_the_same_person()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var browser = app.NewBrowser();
        await app.AskToSignIn(browser, TestApp.Yanis.Id);
        var his = await Link(app);
        await app.AskToSignIn(browser, TestApp.Camille.Id, "P-1");
        var older = await Link(app);
        var token = (await browser.Get(older!)).FormToken;
        app.Time.Advance(TimeSpan.FromMinutes(5));
        await app.AskToSignIn(browser, TestApp.Camille.Id);
        var newer = await Link(app);

        var refused = await browser.Post(older!, new() { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("un plus récent vous a été envoyé à 09:05", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/sign-in?project=P-1\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/l/", (await browser.Get(older!)).Html, StringComparison.Ordinal);
        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);

        Assert.Equal("/desk", (await browser.Fill(newer!, [])).Location);
        Assert.Contains("un plus récent", (await browser.Get(older!)).Text, StringComparison.Ordinal);
        Assert.Equal("/desk", (await app.NewBrowser().Fill(his!, [])).Location);
    }

    [Fact]
    public async Task Older_sign_in_link_opens_no_session_after_a_newer_one()
    {
        await using var app = await TestApp.Start();
        var browsers = Enumerable.Range(0, 8).Select(_ => app.NewBrowser()).ToArray();
        await app.AskToSignIn(browsers[0], TestApp.Camille.Id);
        var older = await Link(app);
        var tokens = await Task.WhenAll(browsers.Select(async b => (await b.Get("/desk/sign-in")).FormToken));

        var clicks = browsers.Select((b, i) => b.Post(older!, new() { ["__RequestVerificationToken"] = tokens[i] })).ToList();
        await app.AskToSignIn(app.NewBrowser(), TestApp.Camille.Id);
        var pages = await Task.WhenAll(clicks);

        Assert.InRange(pages.Count(page => page.Status == HttpStatusCode.SeeOther), 0, 1);
        Assert.Equal(HttpStatusCode.SeeOther, (await app.NewBrowser().Fill((await Link(app))!, [])).Status);
    }

    [Fact]
    public async Task Unknown_mail_address_gets_the_same_answer_and_no_mail()
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser();

        var unknown = await app.AskToSignIn(browser, "nobody@demo.example");
        var known = await app.AskToSignIn(browser, TestApp.Camille.Id);

        Assert.Equal(known.Html, unknown.Html);
        Assert.Single(await app.AllMails());
    }

    [Fact]
    public async Task Sign_in_mails_to_one_address_are_limited()
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser();
        for (var i = 0; i < 8; i++)
        {
            await app.AskToSignIn(browser, TestApp.Camille.Id);
        }

        Assert.Equal(5, (await app.AllMails()).Length);
    }

    [Fact]
    public async Task One_click_sign_in_exists_only_in_a_demonstration()
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser();

        var entered = await browser.Fill("/desk/sign-in", new() { ["staff"] = TestApp.Nadia.Id }, to: "/desk/sign-in/demo");

        Assert.NotEqual(HttpStatusCode.SeeOther, entered.Status);
        Assert.DoesNotContain(TestApp.Nadia.Name, (await browser.Get("/desk/sign-in")).Text, StringComparison.Ordinal);
        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);
    }

    [Fact]
    public async Task Former_staff_have_no_session()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var links = (FollowUp.Web.Links.LinkTokens)app.Services.GetService(typeof(FollowUp.Web.Links.LinkTokens))!;
        var token = links.CreateToken(new FollowUp.Web.Links.Link(FollowUp.Web.Links.LinkPurpose.SignIn, "", 0, 1, "gone@demo.example", app.Now + Duration.FromMinutes(5)));

        Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser().Get("/l/" + token)).Status);
    }

    [Fact]
    public async Task Signing_out_closes_the_session()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var browser = await app.SignIn(TestApp.Camille);

        await browser.Fill("/desk", [], to: "/desk/sign-out");

        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);
    }
}
