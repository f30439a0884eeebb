using System.Diagnostics;
using System.Net;
using FollowUp.Pages.Tests.Scheduling;
using FollowUp.Web.Links;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

public sealed class SignInTests
{
    static async Task<Browser.Page> Ask(Browser browser, string address, string project = "") =>
        await browser.Fill("/desk/sign-in", new() { ["email"] = address, ["project"] = project });

    static async Task<string?> Link(TestApp house)
    {
        var mails = await house.AllMails();
        return mails.IsEmpty ? null : new Uri(mails[0].Mail.Links[0]).AbsolutePath;
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_sign_in_page()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        var browser = house.NewBrowser();

        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);
        Assert.Equal("/desk/sign-in?project=P-1", (await browser.Get("/desk/projects/P-1")).Location);
        Assert.Equal("/desk/sign-in?project=P-1", (await browser.Post("/desk/projects/P-1", new() { ["do"] = "undo" })).Location);
        Assert.Equal("/desk/sign-in", (await browser.Get("/desk/search")).Location);
    }

    [Fact]
    public async Task Nobody_waits_for_a_mail_server_that_says_nothing()
    {
        var courier = new FollowUp.Pages.Tests.Scheduling.FailingMailSender { NeverAnswers = true };
        await using var house = await TestApp.Start(mail: courier);
        var asked = Ask(house.NewBrowser(), TestApp.Camille.Id);
        for (var watch = Stopwatch.StartNew(); !asked.IsCompleted;)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "The page waits for the mail server.");
            house.Time.Advance(TimeSpan.FromSeconds(courier.Attempts));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.OK, (await asked).Status);
        Assert.Equal(1, courier.Attempts);
    }

    [Fact]
    public async Task A_mailed_link_opens_the_console_once_it_is_clicked_and_leads_where_the_person_was_going()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        var browser = house.NewBrowser();
        await Ask(browser, " Camille@Demo.example ", "P-1");
        var link = await Link(house);

        var shown = await browser.Get(link!);
        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);
        var opened = await browser.Post(link!, new() { ["__RequestVerificationToken"] = shown.FormToken });

        Assert.Equal("/desk/projects/P-1", opened.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk")).Status);
    }

    [Fact]
    public async Task A_slip_in_the_address_does_not_lose_where_the_person_was_going()
    {
        await using var house = await TestApp.Start();

        var page = await Ask(house.NewBrowser(), "camille", "P-1");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("name=\"project\" value=\"P-1\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_link_works_once()
    {
        await using var house = await TestApp.Start();
        var browser = house.NewBrowser();
        await Ask(browser, TestApp.Camille.Id);
        var link = await Link(house);
        await browser.Fill(link!, []);
        var thief = house.NewBrowser();
        var token = (await thief.Get("/desk/sign-in")).FormToken;

        var again = await thief.Post(link!, new() { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("/desk/sign-in", (await thief.Get("/desk")).Location);
    }

    [Fact]
    public async Task A_sign_in_link_expires_after_a_quarter_of_an_hour()
    {
        await using var house = await TestApp.Start();
        var browser = house.NewBrowser();
        await Ask(browser, TestApp.Camille.Id);
        var link = await Link(house);
        house.Time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(link!)).Status);
    }

    [Fact]
    public async Task A_newer_link_ends_an_older_one_of_the_same_person_and_of_nobody_else()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        var browser = house.NewBrowser();
        await Ask(browser, TestApp.Yanis.Id);
        var his = await Link(house);
        await Ask(browser, TestApp.Camille.Id, "P-1");
        var older = await Link(house);
        var token = (await browser.Get(older!)).FormToken;
        house.Time.Advance(TimeSpan.FromMinutes(5));
        await Ask(browser, TestApp.Camille.Id);
        var newer = await Link(house);

        var refused = await browser.Post(older!, new() { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("un plus récent vous a été envoyé à 09:05", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/sign-in?project=P-1\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/l/", (await browser.Get(older!)).Html, StringComparison.Ordinal);
        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);

        Assert.Equal("/desk", (await browser.Fill(newer!, [])).Location);
        Assert.Contains("un plus récent", (await browser.Get(older!)).Text, StringComparison.Ordinal);
        Assert.Equal("/desk", (await house.NewBrowser().Fill(his!, [])).Location);
    }

    [Fact]
    public async Task A_click_and_a_newer_link_at_once_open_no_session_on_the_older_one_afterwards()
    {
        await using var house = await TestApp.Start();
        var browsers = Enumerable.Range(0, 8).Select(_ => house.NewBrowser()).ToArray();
        await Ask(browsers[0], TestApp.Camille.Id);
        var older = await Link(house);
        var tokens = await Task.WhenAll(browsers.Select(async b => (await b.Get("/desk/sign-in")).FormToken));

        var clicks = browsers.Select((b, i) => b.Post(older!, new() { ["__RequestVerificationToken"] = tokens[i] })).ToList();
        await Ask(house.NewBrowser(), TestApp.Camille.Id);
        var pages = await Task.WhenAll(clicks);

        Assert.InRange(pages.Count(page => page.Status == HttpStatusCode.SeeOther), 0, 1);
        Assert.Equal(HttpStatusCode.SeeOther, (await house.NewBrowser().Fill((await Link(house))!, [])).Status);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        await using var house = await TestApp.Start();
        var browser = house.NewBrowser();

        var unknown = await Ask(browser, "nobody@demo.example");
        var known = await Ask(browser, TestApp.Camille.Id);

        Assert.Equal(known.Html, unknown.Html);
        Assert.Single(await house.AllMails());
    }

    [Fact]
    public async Task A_letter_box_is_not_filled_by_asking_again_and_again()
    {
        await using var house = await TestApp.Start();
        var browser = house.NewBrowser();
        for (var i = 0; i < 8; i++)
        {
            await Ask(browser, TestApp.Camille.Id);
        }

        Assert.Equal(5, (await house.AllMails()).Length);
    }

    [Fact]
    public async Task Nobody_enters_by_one_click_outside_a_demonstration()
    {
        await using var house = await TestApp.Start();
        var browser = house.NewBrowser();

        var entered = await browser.Fill("/desk/sign-in", new() { ["staff"] = TestApp.Nadia.Id }, to: "/desk/sign-in/demo");

        Assert.NotEqual(HttpStatusCode.SeeOther, entered.Status);
        Assert.DoesNotContain(TestApp.Nadia.Name, (await browser.Get("/desk/sign-in")).Text, StringComparison.Ordinal);
        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);
    }

    [Fact]
    public async Task Somebody_who_is_no_longer_staff_is_out()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        var links = (FollowUp.Web.Links.LinkTokens)house.Services.GetService(typeof(FollowUp.Web.Links.LinkTokens))!;
        var token = links.CreateToken(new FollowUp.Web.Links.Link(FollowUp.Web.Links.LinkPurpose.SignIn, "", 0, 1, "gone@demo.example", house.Now + Duration.FromMinutes(5)));

        Assert.Equal(HttpStatusCode.NotFound, (await house.NewBrowser().Get("/l/" + token)).Status);
    }

    [Fact]
    public async Task Signing_out_closes_the_session()
    {
        await using var house = await TestApp.Start(o => o.Demo = true);
        var browser = await house.SignIn(TestApp.Camille);

        await browser.Fill("/desk", [], to: "/desk/sign-out");

        Assert.Equal("/desk/sign-in", (await browser.Get("/desk")).Location);
    }
}
