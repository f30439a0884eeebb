using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;

namespace FollowUp.Pages.Tests.Links;

public sealed class OptOutTests
{
    [Fact]
    public async Task A_mail_program_opts_out_with_one_post_and_no_page_before_it()
    {
        await using var house = await TestApp.Start();
        await house.CreateRelaunchLink();
        var header = (await house.MailsOf(MessageKind.RelaunchFirst))[0].Mail.Headers["List-Unsubscribe"];
        var path = new Uri(header.Trim('<', '>')).AbsolutePath;

        var answer = await house.NewBrowser().Post(path, new() { ["List-Unsubscribe"] = "One-Click" });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.False((await house.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task Opting_out_twice_is_opting_out_once()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();
        await browser.Post(link + "/unsubscribe", new() { ["List-Unsubscribe"] = "One-Click" });
        var version = (await house.Project("P-1")).Version;

        var again = await browser.Post(link + "/unsubscribe", new() { ["List-Unsubscribe"] = "One-Click" });

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(version, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task Any_other_post_without_our_form_opts_nobody_out()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();

        var answer = await house.NewBrowser().Post(link + "/unsubscribe", new() { ["unsubscribe"] = "mails" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True((await house.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task The_visible_form_opts_out_and_leaves_the_answer_free()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();

        var done = await browser.Fill(link, new() { ["unsubscribe"] = "mails" }, to: link + "/unsubscribe");

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        var after = await browser.Get(done.Location);
        Assert.Contains("Nous ne vous envoyons plus de mails", after.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"answer\"", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_are_a_channel_of_their_own()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();

        await browser.Fill(link, new() { ["unsubscribe"] = "calls" }, to: link + "/unsubscribe");

        var contact = (await house.Project("P-1")).Contact;
        Assert.Equal((false, true), (contact.MayCall, contact.MayMail));
        var after = (await browser.Get(link)).Text;
        Assert.Contains("Nous ne vous appelons pas pour ce projet", after, StringComparison.Ordinal);
        Assert.Contains("Ne plus recevoir de mails", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unsubscribe_link_in_the_mail_shows_a_page_and_acts_on_its_button_alone()
    {
        await using var house = await TestApp.Start();
        await house.CreateRelaunchLink();
        var link = new Uri((await house.MailsOf(MessageKind.RelaunchFirst))[0].Mail.Links[^1]).AbsolutePath;
        var browser = house.NewBrowser();

        var shown = await browser.Get(link);

        Assert.Contains("Ne plus recevoir de mails", shown.Text, StringComparison.Ordinal);
        Assert.True((await house.Project("P-1")).Contact.MayMail);
        await browser.Fill(link, new() { ["unsubscribe"] = "mails" }, to: link + "/unsubscribe");
        Assert.False((await house.Project("P-1")).Contact.MayMail);
    }
}
