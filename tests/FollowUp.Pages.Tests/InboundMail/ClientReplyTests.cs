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
        var house = await TestApp.Start(o => o.Demo = true);
        await house.CreateRelaunchLink();
        return (house, (await house.MailsOf(MessageKind.RelaunchFirst))[0].Mail.ReplyTo);
    }

    [Fact]
    public async Task A_reply_is_one_sign_of_life_and_restarts_the_cadence()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        Assert.Equal(1, (await house.Project("P-1")).Cycle.UnansweredContacts);

        (await house.Post(MailGateway.ComposeReply(address, "Bonjour,\nje réfléchis encore 👍\n\nLe 27/11/2026 à 10:00, Suivi Projet a écrit :\n> Où en est votre projet ?")))
            .HasResult("reply");

        var project = await house.Project("P-1");
        Assert.Equal((0, house.Now), (project.Cycle.UnansweredContacts, project.LastSignOfLife));
        Assert.Equal(["Bonjour,\nje réfléchis encore 👍"], await house.ReplyTexts());
        await house.AdvanceTime(Duration.FromMinutes(1));
        Assert.Contains("je réfléchis encore", Assert.Single(await house.MailsOf(MessageKind.ReplyReceived)).Mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_message_is_one_reply_and_another_in_the_same_second_is_a_second()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        var message = MailGateway.ComposeReply(address);

        (await house.Post(message)).HasResult("reply");
        var version = (await house.Project("P-1")).Version;
        (await house.Post(message)).HasResult("reply", "repeated");
        (await house.Post("Received: by another gateway\n" + message)).HasResult("reply", "repeated");
        Assert.Equal(version, (await house.Project("P-1")).Version);

        (await house.Post(MailGateway.ComposeReply(address, "Encore un mot.", id: "reply-2@martin.example"))).HasResult("reply");
        (await house.Post(message)).HasResult("reply", "repeated");
        Assert.Equal(["Je réfléchis encore.", "Encore un mot."], await house.ReplyTexts());
    }

    [Fact]
    public async Task Another_mail_under_the_same_Message_ID_is_forwarded()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;

        (await house.Post(MailGateway.ComposeReply(address, "Oui."))).HasResult("reply");
        (await house.Post(MailGateway.ComposeReply(address, "Finalement non."))).HasResult("passed-on", "same-message-id");
        (await house.Post(MailGateway.ComposeReply(address, "Finalement non."))).HasResult("passed-on", "repeated");

        Assert.Equal(["Oui."], await house.ReplyTexts());
        Assert.Contains("> Finalement non.", Assert.Single(await house.AllMails(), m => m.Mail.MessageId.StartsWith("passed-on.", StringComparison.Ordinal)).Mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email")]
    [InlineData("body-mime")]
    public async Task A_gateway_may_send_any_kind_of_form(string field)
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        byte[] Message(string id) => [.. Encoding.ASCII.GetBytes($"From: jeanne@martin.example\r\nTo: {address}\r\nMessage-ID: <{id}>\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n1 + 1 & "), 0xE9];

        var encoded = $"spam=no&{field}={string.Concat(Message("1@x").Select(b => b == ' ' ? "+" : $"%{b:X2}"))}&x=1";
        (await house.Post(Encoding.ASCII.GetBytes(encoded), type: "application/x-www-form-urlencoded")).HasResult("reply");
        byte[] multipart =
        [
            .. Encoding.ASCII.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"spam\"\r\n\r\nno\r\n--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n"),
            .. Message("2@x"), .. Encoding.ASCII.GetBytes("\r\n--b--\r\n"),
        ];
        (await house.Post(multipart, type: "multipart/form-data; boundary=b")).HasResult("reply");
        (await house.Post(Message("3@x"))).HasResult("reply");

        Assert.Equal(["1 + 1 & é", "1 + 1 & é", "1 + 1 & é"], await house.ReplyTexts());
    }

    [Theory]
    [InlineData("email=%4")]
    [InlineData("email=%zz")]
    [InlineData("other=x")]
    [InlineData("email")]
    [InlineData("")]
    public async Task A_malformed_form_is_refused(string form)
    {
        await using var house = await TestApp.Start();
        Assert.Equal(HttpStatusCode.BadRequest, (await house.Post(Encoding.ASCII.GetBytes(form), type: "application/x-www-form-urlencoded")).Status);
    }

    [Fact]
    public async Task The_reply_address_is_stable_case_insensitive_and_anonymous()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        Assert.Equal(address, Assert.Single(await house.MailsOf(MessageKind.Validated)).Mail.ReplyTo);
        Assert.Matches("^suivi\\+[a-z2-7]{16}@followup\\.example$", address);
        Assert.NotEqual(address, await house.ReplyAddress(await house.SubmitProject("P-2")));

        (await house.Post(MailGateway.ComposeReply(address.ToUpperInvariant()))).HasResult("reply");
    }

    [Theory]
    [InlineData("Cc")]
    [InlineData("Delivered-To")]
    [InlineData("X-Original-To")]
    [InlineData("Envelope-To")]
    public async Task The_token_is_found_in_every_recipient_header(string header)
    {
        var (house, address) = await Relaunched();
        await using var _ = house;

        (await house.Post(MailGateway.ComposeReply("suivi@followup.example", headers: $"{header}: {address}"))).HasResult("reply");
    }

    [Fact]
    public async Task A_token_with_one_changed_letter_is_unknown()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        var start = "suivi+".Length;
        var version = (await house.Project("P-1")).Version;
        for (var i = 0; i < ReplyTokens.Length; i++)
        {
            var letters = address.ToCharArray();
            letters[start + i] = ReplyTokens.Alphabet[(ReplyTokens.Alphabet.IndexOf(letters[start + i], StringComparison.Ordinal) + 1) % 32];
            (await house.Post(MailGateway.ComposeReply(new string(letters), from: "eve@elsewhere.example", id: $"{i}@eve.example"))).HasResult("ignored", "unknown-sender");
        }

        Assert.Equal(version, (await house.Project("P-1")).Version);
        Assert.All(await house.Audit(null), entry => Assert.DoesNotContain("eve", entry.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_to_an_old_generation_counts_only_if_written_after_reopening()
    {
        var (house, old) = await Relaunched();
        await using var _ = house;
        await house.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await house.AdvanceTime(Duration.FromDays(30));
        (await house.Post(MailGateway.ComposeReply(old, "Finalement, si !", date: "Sat, 26 Dec 2026 08:00:00 +0100"))).HasResult("reply");
        Assert.Equal(Phase.Dead, (await house.Project("P-1")).Phase);

        await house.RecordAsManager("P-1", new Reopen(null));
        var now = await house.ReplyAddress();
        Assert.NotEqual(old, now);
        (await house.Post(MailGateway.ComposeReply(old, id: "late@martin.example", date: "Tue, 1 Dec 2026 08:00:00 +0100"))).HasResult("ignored", "before-reopening");
        await house.AdvanceTime(Duration.FromDays(1));
        (await house.Post(MailGateway.ComposeReply(old, id: "new@martin.example", date: "Mon, 28 Dec 2026 08:00:00 +0100"))).HasResult("reply");
        (await house.Post(MailGateway.ComposeReply(now, id: "newer@martin.example", date: "Mon, 28 Dec 2026 08:05:00 +0100"))).HasResult("reply");
    }

    [Fact]
    public async Task A_reply_from_an_erased_client_is_ignored()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        await house.RecordAsManager("P-1", new Erase());
        var version = (await house.Project("P-1")).Version;

        (await house.Post(MailGateway.ComposeReply(address))).HasResult("ignored", "erased");
        Assert.Equal(version, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task Stop_in_words_is_not_interpreted()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;

        (await house.Post(MailGateway.ComposeReply(address, "STOP\nDésinscription"))).HasResult("reply");
        Assert.True((await house.Project("P-1")) is { IsOpen: true, Contact.MayMail: true });
    }

    [Theory]
    [InlineData("Mon, 1 Jan 1990 00:00:00 +0000")]
    [InlineData("Mon, 1 Jan 2990 00:00:00 +0000")]
    [InlineData("yesterday")]
    public async Task An_implausible_date_is_replaced_by_the_time_of_receipt(string date)
    {
        var (house, address) = await Relaunched();
        await using var _ = house;

        (await house.Post(MailGateway.ComposeReply(address, date: date))).HasResult("reply");
        Assert.Equal(house.Now, (await house.Project("P-1")).Latest.ReplyAt);
    }

    [Fact]
    public async Task A_reply_stays_in_the_day_until_it_is_read()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        var browser = await house.SignIn(TestApp.Camille);
        await house.Post(MailGateway.ComposeReply(address, "Rappelez-moi la <b>semaine</b> prochaine."));
        await house.AdvanceTime(Duration.FromDays(10));

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
        var (house, _) = await Relaunched();
        await using var __ = house;
        var browser = await house.SignIn(TestApp.Camille);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Fill("/desk/projects/P-1", new() { ["do"] = "record-reply", ["text"] = " " })).Status);
        var done = await browser.Fill("/desk/projects/P-1", new() { ["do"] = "record-reply", ["text"] = "Vue au salon : toujours partante.", ["at"] = "2026-11-26T18:00" });

        Assert.Equal("/desk/projects/P-1?done=record-reply", done.Location);
        Assert.Contains("Réponse du client notée", (await browser.Get(done.Location)).Text, StringComparison.Ordinal);
        var project = await house.Project("P-1");
        Assert.Equal((0, (Instant?)null), (project.Cycle.UnansweredContacts, project.ReplyWaitsSince));
        Assert.Equal(["Vue au salon : toujours partante."], await house.ReplyTexts());
    }

    [Fact]
    public async Task Invalid_requests_get_their_status_and_fields()
    {
        await using var house = await TestApp.Start();
        var message = Encoding.UTF8.GetBytes(MailGateway.ComposeReply("suivi@followup.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Post(message, key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Post(message, key: "what the gateway showS")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await house.Post(message, type: "application/json")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await house.Post(new byte[30 << 20])).Status);
        foreach (var (none, field) in new[] { ("", "body"), ("\r\n\r\n", "body|From"), ("Subject: x\r\n\r\nhello", "From"), ("{\"from\":\"x\"}", "body|From") })
        {
            var answer = await house.Post(Encoding.UTF8.GetBytes(none));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Matches($"\"errors\":{{\"({field})\":", answer.Text);
        }
    }

    [Fact]
    public async Task An_inbound_parse_service_posts_a_form()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        using var form = new MultipartFormDataContent("xYzZy")
        {
            { new StringContent("""{"to":["x"]}"""), "envelope" },
            { new ByteArrayContent(Encoding.Latin1.GetBytes(MailGateway.ComposeReply(address, "Déjà vu.").Replace("utf-8", "iso-8859-1", StringComparison.Ordinal))), "email" },
        };

        (await house.Post(await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), type: form.Headers.ContentType!.ToString())).HasResult("reply");
        Assert.Equal(["Déjà vu."], await house.ReplyTexts());
    }
}
