using System.Net;
using System.Text;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Pages.Tests.Console;
using FollowUp.Web.Mails.Addressing;
using NodaTime;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>A client presses "reply": one sign of life, and the cadence starts over.</summary>
public sealed class ClientReplyTests
{
    /// <summary>A project that was relaunched once, and the address that the relaunch is answered to.</summary>
    static async Task<(TestApp House, string Address)> Relaunched()
    {
        var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateRelaunchLink();
        return (app, (await app.MailsOf(MessageKind.RelaunchFirst))[0].Mail.ReplyTo);
    }

    [Fact]
    public async Task A_reply_is_one_sign_of_life_and_restarts_the_cadence()
    {
        var (app, address) = await Relaunched();
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
        var (app, address) = await Relaunched();
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
        var (app, address) = await Relaunched();
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
        var (app, address) = await Relaunched();
        await using var _ = app;

        (await app.Post(MailGateway.ComposeReply(address, "Oui."))).HasResult("reply");
        (await app.Post(MailGateway.ComposeReply(address, "Finalement non."))).HasResult("passed-on", "same-message-id");
        (await app.Post(MailGateway.ComposeReply(address, "Finalement non."))).HasResult("passed-on", "repeated");

        Assert.Equal(["Oui."], await app.ReplyTexts());
        Assert.Contains("> Finalement non.", Assert.Single(await app.AllMails(), m => m.Mail.MessageId.StartsWith("passed-on.", StringComparison.Ordinal)).Mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email")]
    [InlineData("body-mime")]
    public async Task A_gateway_may_send_any_kind_of_form(string field)
    {
        var (app, address) = await Relaunched();
        await using var _ = app;
        byte[] Message(string id) => [.. Encoding.ASCII.GetBytes($"From: jeanne@martin.example\r\nTo: {address}\r\nMessage-ID: <{id}>\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n1 + 1 & "), 0xE9];

        var encoded = $"spam=no&{field}={string.Concat(Message("1@x").Select(b => b == ' ' ? "+" : $"%{b:X2}"))}&x=1";
        (await app.Post(Encoding.ASCII.GetBytes(encoded), type: "application/x-www-form-urlencoded")).HasResult("reply");
        byte[] multipart =
        [
            .. Encoding.ASCII.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"spam\"\r\n\r\nno\r\n--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n"),
            .. Message("2@x"), .. Encoding.ASCII.GetBytes("\r\n--b--\r\n"),
        ];
        (await app.Post(multipart, type: "multipart/form-data; boundary=b")).HasResult("reply");
        (await app.Post(Message("3@x"))).HasResult("reply");

        Assert.Equal(["1 + 1 & é", "1 + 1 & é", "1 + 1 & é"], await app.ReplyTexts());
    }

    [Theory]
    [InlineData("email=%4")]
    [InlineData("email=%zz")]
    [InlineData("other=x")]
    [InlineData("email")]
    [InlineData("")]
    public async Task A_malformed_form_is_refused(string form)
    {
        await using var app = await TestApp.Start();
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Post(Encoding.ASCII.GetBytes(form), type: "application/x-www-form-urlencoded")).Status);
    }

    [Fact]
    public async Task The_reply_address_is_stable_case_insensitive_and_anonymous()
    {
        var (app, address) = await Relaunched();
        await using var _ = app;
        Assert.Equal(address, Assert.Single(await app.MailsOf(MessageKind.Validated)).Mail.ReplyTo);
        Assert.Matches("^suivi\\+[a-z2-7]{16}@followup\\.example$", address);
        Assert.NotEqual(address, await app.ReplyAddress(await app.SubmitProject("P-2")));

        (await app.Post(MailGateway.ComposeReply(address.ToUpperInvariant()))).HasResult("reply");
    }

    [Theory]
    [InlineData("Cc")]
    [InlineData("Delivered-To")]
    [InlineData("X-Original-To")]
    [InlineData("Envelope-To")]
    public async Task The_token_is_found_in_every_recipient_header(string header)
    {
        var (app, address) = await Relaunched();
        await using var _ = app;

        (await app.Post(MailGateway.ComposeReply("suivi@followup.example", headers: $"{header}: {address}"))).HasResult("reply");
    }

    [Fact]
    public async Task A_token_with_one_changed_letter_is_unknown()
    {
        var (app, address) = await Relaunched();
        await using var _ = app;
        var start = "suivi+".Length;
        var version = (await app.Project("P-1")).Version;
        for (var i = 0; i < ReplyTokens.Length; i++)
        {
            var letters = address.ToCharArray();
            letters[start + i] = ReplyTokens.Alphabet[(ReplyTokens.Alphabet.IndexOf(letters[start + i], StringComparison.Ordinal) + 1) % 32];
            (await app.Post(MailGateway.ComposeReply(new string(letters), from: "eve@elsewhere.example", id: $"{i}@eve.example"))).HasResult("ignored", "unknown-sender");
        }

        Assert.Equal(version, (await app.Project("P-1")).Version);
        Assert.All(await app.Audit(null), entry => Assert.DoesNotContain("eve", entry.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_to_an_old_generation_counts_only_if_written_after_reopening()
    {
        var (app, old) = await Relaunched();
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
        var (app, address) = await Relaunched();
        await using var _ = app;
        await app.RecordAsManager("P-1", new Erase());
        var version = (await app.Project("P-1")).Version;

        (await app.Post(MailGateway.ComposeReply(address))).HasResult("ignored", "erased");
        Assert.Equal(version, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Stop_in_words_is_not_interpreted()
    {
        var (app, address) = await Relaunched();
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
        var (app, address) = await Relaunched();
        await using var _ = app;

        (await app.Post(MailGateway.ComposeReply(address, date: date))).HasResult("reply");
        Assert.Equal(app.Now, (await app.Project("P-1")).Latest.ReplyAt);
    }

    [Fact]
    public async Task A_reply_stays_in_the_day_until_it_is_read()
    {
        var (app, address) = await Relaunched();
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
        var (app, _) = await Relaunched();
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

    [Fact]
    public async Task Invalid_requests_get_their_status_and_fields()
    {
        await using var app = await TestApp.Start();
        var message = Encoding.UTF8.GetBytes(MailGateway.ComposeReply("suivi@followup.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Post(message, key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Post(message, key: "what the gateway showS")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.Post(message, type: "application/json")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.Post(new byte[30 << 20])).Status);
        foreach (var (none, field) in new[] { ("", "body"), ("\r\n\r\n", "body|From"), ("Subject: x\r\n\r\nhello", "From"), ("{\"from\":\"x\"}", "body|From") })
        {
            var answer = await app.Post(Encoding.UTF8.GetBytes(none));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Matches($"\"errors\":{{\"({field})\":", answer.Text);
        }
    }

    [Fact]
    public async Task An_inbound_parse_service_posts_a_form()
    {
        var (app, address) = await Relaunched();
        await using var _ = app;
        using var form = new MultipartFormDataContent("xYzZy")
        {
            { new StringContent("""{"to":["x"]}"""), "envelope" },
            { new ByteArrayContent(Encoding.Latin1.GetBytes(MailGateway.ComposeReply(address, "Déjà vu.").Replace("utf-8", "iso-8859-1", StringComparison.Ordinal))), "email" },
        };

        (await app.Post(await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), type: form.Headers.ContentType!.ToString())).HasResult("reply");
        Assert.Equal(["Déjà vu."], await app.ReplyTexts());
    }
}
