using System.Net;
using FollowUp.Domain.Outbox;

namespace FollowUp.Pages.Tests.Links;

public sealed class OptOutTests
{
    [Fact]
    public async Task One_click_unsubscribe_needs_no_page()
    {
        await using var app = await TestApp.Start();
        await app.CreateRelaunchLink();
        var header = (await app.MailsOf(MessageKind.RelaunchFirst))[0].Mail.Headers["List-Unsubscribe"];
        var path = new Uri(header.Trim('<', '>')).AbsolutePath;

        var answer = await app.NewBrowser().Post(path, new() { ["List-Unsubscribe"] = "One-Click" });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.False((await app.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task Second_opt_out_changes_nothing()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        await browser.Post(link + "/unsubscribe", new() { ["List-Unsubscribe"] = "One-Click" });
        var version = (await app.Project("P-1")).Version;

        var again = await browser.Post(link + "/unsubscribe", new() { ["List-Unsubscribe"] = "One-Click" });

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(version, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Opt_out_without_antiforgery_token_is_refused()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();

        var answer = await app.NewBrowser().Post(link + "/unsubscribe", new() { ["unsubscribe"] = "mails" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True((await app.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task Opt_out_form_leaves_the_link_unused()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();

        var done = await browser.Fill(link, new() { ["unsubscribe"] = "mails" }, to: link + "/unsubscribe");

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        var after = await browser.Get(done.Location);
        Assert.Contains("Nous ne vous envoyons plus de mails", after.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"answer\"", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opting_out_of_calls_keeps_mails()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();

        await browser.Fill(link, new() { ["unsubscribe"] = "calls" }, to: link + "/unsubscribe");

        var contact = (await app.Project("P-1")).Contact;
        Assert.Equal((false, true), (contact.MayCall, contact.MayMail));
        var after = (await browser.Get(link)).Text;
        Assert.Contains("Nous ne vous appelons pas pour ce projet", after, StringComparison.Ordinal);
        Assert.Contains("Ne plus recevoir de mails", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsubscribe_link_shows_a_page_and_acts_on_POST()
    {
        await using var app = await TestApp.Start();
        await app.CreateRelaunchLink();
        var link = new Uri((await app.MailsOf(MessageKind.RelaunchFirst))[0].Mail.Links[^1]).AbsolutePath;
        var browser = app.NewBrowser();

        var shown = await browser.Get(link);

        Assert.Contains("Ne plus recevoir de mails", shown.Text, StringComparison.Ordinal);
        Assert.True((await app.Project("P-1")).Contact.MayMail);
        await browser.Fill(link, new() { ["unsubscribe"] = "mails" }, to: link + "/unsubscribe");
        Assert.False((await app.Project("P-1")).Contact.MayMail);
    }
}
