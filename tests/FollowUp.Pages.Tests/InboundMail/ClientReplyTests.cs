using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Pages.Tests.Console;
using NodaTime;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>A client presses "reply": one sign of life, and the cadence starts over.</summary>
public sealed class ClientReplyTests
{
    [Fact]
    public async Task A_reply_is_one_sign_of_life_and_restarts_the_cadence()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        Assert.Equal(1, (await app.Project("P-1")).Cycle.UnansweredContacts);

        (await app.Post(MailGateway.ComposeReply(address, "Bonjour,\nje réfléchis encore 👍\n\nLe 27/11/2026 à 10:00, Suivi Projet a écrit :\n> Où en est votre projet ?")))
            .HasResult("reply");

        var project = await app.Project("P-1");
        Assert.Equal((0, app.Now), (project.Cycle.UnansweredContacts, project.LastSignOfLife));
        Assert.Equal(["Bonjour,\nje réfléchis encore 👍"], await app.ReplyTexts());
        await app.AdvanceTime(Duration.FromMinutes(1));
        Assert.Contains("je réfléchis encore", Assert.Single(await app.MailsOf(MessageKind.ReplyReceived)).Mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_message_is_one_reply_and_another_in_the_same_second_is_a_second()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        var message = MailGateway.ComposeReply(address);

        (await app.Post(message)).HasResult("reply");
        var version = (await app.Project("P-1")).Version;
        (await app.Post(message)).HasResult("reply", "repeated");
        (await app.Post("Received: by another gateway\n" + message)).HasResult("reply", "repeated");
        Assert.Equal(version, (await app.Project("P-1")).Version);

        (await app.Post(MailGateway.ComposeReply(address, "Encore un mot.", id: "reply-2@martin.example"))).HasResult("reply");
        (await app.Post(message)).HasResult("reply", "repeated");
        Assert.Equal(["Je réfléchis encore.", "Encore un mot."], await app.ReplyTexts());
    }

    [Fact]
    public async Task Mails_about_one_project_are_passed_on_twenty_times_an_hour_and_the_rest_is_brought_again()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        for (var i = 0; i < 20; i++)
        {
            (await app.Post(MailGateway.ComposeReply(address, $"Mot {i}.", from: "paul@martin.example", id: $"{i}@martin.example"))).HasResult("passed-on", "another-sender");
        }

        var refused = await app.Post(MailGateway.ComposeReply(address, "Encore.", from: "paul@martin.example", id: "20@martin.example"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal(20, (await app.AllMails()).Count(m => m.Mail.MessageId.StartsWith("passed-on.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_mail_under_the_same_Message_ID_is_forwarded()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;

        (await app.Post(MailGateway.ComposeReply(address, "Oui."))).HasResult("reply");
        (await app.Post(MailGateway.ComposeReply(address, "Finalement non."))).HasResult("passed-on", "same-message-id");
        (await app.Post(MailGateway.ComposeReply(address, "Finalement non."))).HasResult("passed-on", "repeated");

        Assert.Equal(["Oui."], await app.ReplyTexts());
        Assert.Contains("> Finalement non.", Assert.Single(await app.AllMails(), m => m.Mail.MessageId.StartsWith("passed-on.", StringComparison.Ordinal)).Mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_an_old_generation_counts_only_if_written_after_reopening()
    {
        var (app, old) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await app.AdvanceTime(Duration.FromDays(30));
        (await app.Post(MailGateway.ComposeReply(old, "Finalement, si !", date: "Sat, 26 Dec 2026 08:00:00 +0100"))).HasResult("reply");
        Assert.Equal(Phase.Dead, (await app.Project("P-1")).Phase);

        await app.RecordAsManager("P-1", new Reopen(null));
        var now = await app.ReplyAddress();
        Assert.NotEqual(old, now);
        (await app.Post(MailGateway.ComposeReply(old, id: "late@martin.example", date: "Tue, 1 Dec 2026 08:00:00 +0100"))).HasResult("ignored", "before-reopening");
        await app.AdvanceTime(Duration.FromDays(1));
        (await app.Post(MailGateway.ComposeReply(old, id: "new@martin.example", date: "Mon, 28 Dec 2026 08:00:00 +0100"))).HasResult("reply");
        (await app.Post(MailGateway.ComposeReply(now, id: "newer@martin.example", date: "Mon, 28 Dec 2026 08:05:00 +0100"))).HasResult("reply");
    }

    [Fact]
    public async Task A_reply_from_an_erased_client_is_ignored()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        await app.RecordAsManager("P-1", new Erase());
        var version = (await app.Project("P-1")).Version;

        (await app.Post(MailGateway.ComposeReply(address))).HasResult("ignored", "erased");
        Assert.Equal(version, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Stop_in_words_is_not_interpreted()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;

        (await app.Post(MailGateway.ComposeReply(address, "STOP\nDésinscription"))).HasResult("reply");
        Assert.True((await app.Project("P-1")) is { IsOpen: true, Contact.MayMail: true });
    }

    [Theory]
    [InlineData("Mon, 1 Jan 1990 00:00:00 +0000")]
    [InlineData("Mon, 1 Jan 2990 00:00:00 +0000")]
    [InlineData("yesterday")]
    public async Task An_implausible_date_is_replaced_by_the_time_of_receipt(string date)
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;

        (await app.Post(MailGateway.ComposeReply(address, date: date))).HasResult("reply");
        Assert.Equal(app.Now, (await app.Project("P-1")).Latest.ReplyAt);
    }

    [Fact]
    public async Task A_reply_stays_in_the_day_until_it_is_read()
    {
        var (app, address) = await MailGateway.StartWithRelaunch();
        await using var _ = app;
        var browser = await app.SignIn(TestApp.Camille);
        await app.Post(MailGateway.ComposeReply(address, "Rappelez-moi la <b>semaine</b> prochaine."));
        await app.AdvanceTime(Duration.FromDays(10));

        var day = await browser.Get("/desk");
        Assert.Contains("Réponses à lire 1", day.Text, StringComparison.Ordinal);
        Assert.Contains("« Rappelez-moi la <b>semaine</b> prochaine. »", day.Text.Replace("&lt;", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>semaine", day.Html, StringComparison.Ordinal);
        Assert.Contains("Le client a répondu", (await browser.Get("/desk/projects/P-1")).Text, StringComparison.Ordinal);

        await browser.Fill("/desk/projects/P-1", new() { ["do"] = "add-note", ["text"] = "Réponse lue." });
        Assert.DoesNotContain("Réponses à lire", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_record_a_reply_that_came_another_way()
    {
        var (app, _) = await MailGateway.StartWithRelaunch();
        await using var __ = app;
        var browser = await app.SignIn(TestApp.Camille);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Fill("/desk/projects/P-1", new() { ["do"] = "record-reply", ["text"] = " " })).Status);
        var done = await browser.Fill("/desk/projects/P-1", new() { ["do"] = "record-reply", ["text"] = "Vue au salon : toujours partante.", ["at"] = "2026-11-26T18:00" });

        Assert.Equal("/desk/projects/P-1?done=record-reply", done.Location);
        Assert.Contains("Réponse du client notée", (await browser.Get(done.Location)).Text, StringComparison.Ordinal);
        var project = await app.Project("P-1");
        Assert.Equal((0, (Instant?)null), (project.Cycle.UnansweredContacts, project.ReplyWaitsSince));
        Assert.Equal(["Vue au salon : toujours partante."], await app.ReplyTexts());
    }
}
