using System.Net;
using System.Text;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web;
using NodaTime;

namespace FollowUp.Pages.Tests;

/// <summary>A client presses "reply": one sign of life, and the cadence starts over.</summary>
public sealed class ReplyTests
{
    /// <summary>A project that was relaunched once, and the address that the relaunch is answered to.</summary>
    static async Task<(House House, string Address)> Relaunched()
    {
        var house = await House.Open(o => o.Demo = true);
        await house.RelaunchLink();
        return (house, (await house.Mails(MessageKind.RelaunchFirst))[0].Mail.ReplyTo);
    }

    [Fact]
    public async Task A_reply_is_one_sign_of_life_and_the_cadence_starts_over()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        Assert.Equal(1, (await house.Project("P-1")).UnansweredContacts);

        (await house.Bring(Gateway.Reply(address, "Bonjour,\nje réfléchis encore 👍\n\nLe 27/11/2026 à 10:00, Suivi Projet a écrit :\n> Où en est votre projet ?")))
            .Is("reply");

        var project = await house.Project("P-1");
        Assert.Equal((0, house.Now), (project.UnansweredContacts, project.LastSignOfLife));
        Assert.Equal(["Bonjour,\nje réfléchis encore 👍"], await house.ReplyTexts());
        await house.Pass(Duration.FromMinutes(1));
        Assert.Contains("je réfléchis encore", Assert.Single(await house.Mails(MessageKind.ReplyReceived)).Mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_again_is_the_same_reply_and_another_of_the_same_second_is_not()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        var message = Gateway.Reply(address);

        (await house.Bring(message)).Is("reply");
        var version = (await house.Project("P-1")).Version;
        (await house.Bring(message)).Is("repeated");
        (await house.Bring("Received: by another gateway\n" + message)).Is("repeated");
        Assert.Equal(version, (await house.Project("P-1")).Version);

        (await house.Bring(Gateway.Reply(address, "Encore un mot.", id: "reply-2@martin.example"))).Is("reply");
        (await house.Bring(message)).Is("repeated");
        Assert.Equal(["Je réfléchis encore.", "Encore un mot."], await house.ReplyTexts());
    }

    [Fact]
    public async Task The_address_is_one_for_all_mails_of_a_project_in_any_capitals_and_names_nobody()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        Assert.Equal(address, Assert.Single(await house.Mails(MessageKind.Validated)).Mail.ReplyTo);
        Assert.Matches("^suivi\\+[a-z2-7]{16}@followup\\.example$", address);
        Assert.NotEqual(address, await house.ReplyAddress(await house.Submitted("P-2")));

        (await house.Bring(Gateway.Reply(address.ToUpperInvariant()))).Is("reply");
    }

    [Theory]
    [InlineData("Cc")]
    [InlineData("Delivered-To")]
    [InlineData("X-Original-To")]
    [InlineData("Envelope-To")]
    public async Task The_token_is_found_wherever_a_gateway_puts_it(string header)
    {
        var (house, address) = await Relaunched();
        await using var _ = house;

        (await house.Bring(Gateway.Reply("suivi@followup.example", headers: $"{header}: {address}"))).Is("reply");
    }

    [Fact]
    public async Task A_token_with_one_letter_changed_opens_nothing()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        var start = "suivi+".Length;
        var version = (await house.Project("P-1")).Version;
        for (var i = 0; i < ReplyTokens.Length; i++)
        {
            var letters = address.ToCharArray();
            letters[start + i] = ReplyTokens.Alphabet[(ReplyTokens.Alphabet.IndexOf(letters[start + i], StringComparison.Ordinal) + 1) % 32];
            (await house.Bring(Gateway.Reply(new string(letters), from: "eve@elsewhere.example", id: $"{i}@eve.example"))).Is("ignored", "unknown-sender");
        }

        Assert.Equal(version, (await house.Project("P-1")).Version);
        Assert.All(await house.Audit(null), entry => Assert.DoesNotContain("eve", entry.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_of_a_past_life_is_answered_in_this_one_and_what_was_written_then_is_not()
    {
        var (house, old) = await Relaunched();
        await using var _ = house;
        await house.Staff("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await house.Pass(Duration.FromDays(30));
        (await house.Bring(Gateway.Reply(old, "Finalement, si !", date: "Sat, 26 Dec 2026 08:00:00 +0100"))).Is("reply");
        Assert.Equal(Phase.Dead, (await house.Project("P-1")).Phase);

        await house.Staff("P-1", new Reopen(null));
        var now = await house.ReplyAddress();
        Assert.NotEqual(old, now);
        (await house.Bring(Gateway.Reply(old, id: "late@martin.example", date: "Tue, 1 Dec 2026 08:00:00 +0100"))).Is("ignored", "before-reopening");
        await house.Pass(Duration.FromDays(1));
        (await house.Bring(Gateway.Reply(old, id: "new@martin.example", date: "Mon, 28 Dec 2026 08:00:00 +0100"))).Is("reply");
        (await house.Bring(Gateway.Reply(now, id: "newer@martin.example", date: "Mon, 28 Dec 2026 08:05:00 +0100"))).Is("reply");
    }

    [Fact]
    public async Task An_erased_person_is_not_heard_any_more()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        await house.Staff("P-1", new Erase());
        var version = (await house.Project("P-1")).Version;

        (await house.Bring(Gateway.Reply(address))).Is("ignored", "erased");
        Assert.Equal(version, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task Stop_in_words_is_not_interpreted()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;

        (await house.Bring(Gateway.Reply(address, "STOP\nDésinscription"))).Is("reply");
        Assert.True((await house.Project("P-1")) is { IsOpen: true, Contact.MayMail: true });
    }

    [Theory]
    [InlineData("Mon, 1 Jan 1990 00:00:00 +0000")]
    [InlineData("Mon, 1 Jan 2990 00:00:00 +0000")]
    [InlineData("yesterday")]
    public async Task A_clock_that_is_wrong_dates_nothing(string date)
    {
        var (house, address) = await Relaunched();
        await using var _ = house;

        (await house.Bring(Gateway.Reply(address, date: date))).Is("reply");
        Assert.Equal(house.Now, (await house.Project("P-1")).LastReplyAt);
    }

    [Fact]
    public async Task A_reply_stands_in_the_day_until_somebody_has_read_it()
    {
        var (house, address) = await Relaunched();
        await using var _ = house;
        var browser = await house.SignedIn(House.Camille);
        await house.Bring(Gateway.Reply(address, "Rappelez-moi la <b>semaine</b> prochaine."));
        await house.Pass(Duration.FromDays(10));

        var day = await browser.Get("/desk");
        Assert.Contains("Réponses à lire 1", day.Text, StringComparison.Ordinal);
        Assert.Contains("« Rappelez-moi la <b>semaine</b> prochaine. »", day.Text.Replace("&lt;", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>semaine", day.Html, StringComparison.Ordinal);
        Assert.Contains("Le client a répondu", (await browser.Get("/desk/projects/P-1")).Text, StringComparison.Ordinal);

        await browser.Fill("/desk/projects/P-1", new() { ["do"] = "add-note", ["text"] = "Réponse lue." });
        Assert.DoesNotContain("Réponses à lire", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_write_a_reply_down_that_came_another_way()
    {
        var (house, _) = await Relaunched();
        await using var __ = house;
        var browser = await house.SignedIn(House.Camille);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Fill("/desk/projects/P-1", new() { ["do"] = "record-reply", ["text"] = " " })).Status);
        var done = await browser.Fill("/desk/projects/P-1", new() { ["do"] = "record-reply", ["text"] = "Vue au salon : toujours partante.", ["at"] = "2026-11-26T18:00" });

        Assert.Equal("/desk/projects/P-1?done=record-reply", done.Location);
        Assert.Contains("Réponse du client notée", (await browser.Get(done.Location)).Text, StringComparison.Ordinal);
        var project = await house.Project("P-1");
        Assert.Equal((0, (Instant?)null), (project.UnansweredContacts, project.ReplyWaitsSince));
        Assert.Equal(["Vue au salon : toujours partante."], await house.ReplyTexts());
    }

    [Fact]
    public async Task The_door_says_what_it_does_not_take()
    {
        await using var house = await House.Open();
        var message = Encoding.UTF8.GetBytes(Gateway.Reply("suivi@followup.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Bring(message, key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Bring(message, key: "what the gateway showS")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await house.Bring(message, type: "application/json")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await house.Bring(new byte[30 << 20])).Status);
        foreach (var (none, field) in new[] { ("", "body"), ("\r\n\r\n", "body|From"), ("Subject: x\r\n\r\nhello", "From"), ("{\"from\":\"x\"}", "body|From") })
        {
            var answer = await house.Bring(Encoding.UTF8.GetBytes(none));
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
            { new ByteArrayContent(Encoding.Latin1.GetBytes(Gateway.Reply(address, "Déjà vu.").Replace("utf-8", "iso-8859-1", StringComparison.Ordinal))), "email" },
        };

        (await house.Bring(await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), type: form.Headers.ContentType!.ToString())).Is("reply");
        Assert.Equal(["Déjà vu."], await house.ReplyTexts());
    }
}
