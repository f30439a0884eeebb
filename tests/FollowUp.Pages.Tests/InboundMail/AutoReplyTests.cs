using NodaTime;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>Out-of-office and other machines, by the headers that mail programs are known to write: never a sign of life.</summary>
public sealed class AutoReplyTests
{
    public static TheoryData<string, string, string> Machines => new()
    {
        // Exchange and Outlook.
        { "Réponse automatique : votre projet", "Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nX-MS-Exchange-Inbox-Rules-Loop: jeanne@martin.example", "auto-submitted" },
        { "Automatic reply: your project", "X-MS-Has-Attach:\nX-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply", "subject" },
        { "Réponse automatique : votre projet", "X-MS-TNEF-Correlator:", "subject" },
        { "Absence du bureau : Re: votre projet", "Thread-Index: Adx0", "subject" },
        { "Out of Office: your project", "Thread-Index: Adx0", "subject" },

        // Gmail.
        { "Absente jusqu’au 5 Re: votre projet", "Precedence: bulk\nX-Autoreply: yes\nAuto-Submitted: auto-replied", "auto-submitted" },
        { "Away Re: your project", "X-Autoreply: yes", "marked-automatic" },

        // Zimbra.
        { "Re: votre projet", "Auto-Submitted: auto-replied (zimbra; vacation)\nX-Mailer: Zimbra 9.0.0", "auto-submitted" },

        // Apple, and Sieve (RFC 5230).
        { "Auto: votre projet", "Auto-Submitted: auto-replied (vacation)", "auto-submitted" },

        // Orange, Free and others.
        { "Re: votre projet", "X-Autorespond: votre projet", "marked-automatic" },
        { "Re: votre projet", "Return-Path: <>", "no-return-path" },
        { "Re: votre projet", "Return-Path: <MAILER-DAEMON>", "no-return-path" },
        { "Re: votre projet", "Precedence: auto_reply", "precedence" },
        { "=?iso-8859-1?Q?R=E9ponse_automatique_:_projet?=", "Importance: low", "subject" },

        // German, Spanish, Italian.
        { "Automatische Antwort: Ihr Projekt", "Thread-Index: Adx0", "subject" },
        { "Respuesta automática: su proyecto", "Thread-Index: Adx0", "subject" },
        { "Risposta automatica: progetto", "Thread-Index: Adx0", "subject" },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task An_automatic_reply_is_no_sign_of_life(string subject, string headers, string why)
    {
        await using var house = await TestApp.Start();
        await house.CreateRelaunchLink();
        var before = await house.Project("P-1");

        (await house.Post(MailGateway.ComposeReply(await house.ReplyAddress(), "Je suis absente jusqu’au 5 janvier.", headers: headers, subject: subject))).HasResult("ignored", why);
        (await house.Post(MailGateway.ComposeReply("suivi@followup.example", "Je suis absente jusqu’au 5 janvier.", headers: headers + "\n" + MailGateway.Proven, subject: subject)))
            .HasResult("ignored", why);

        Assert.Equal((before.Version, before.Cycle.UnansweredContacts), ((await house.Project("P-1")).Version, (await house.Project("P-1")).Cycle.UnansweredContacts));
        Assert.Contains(await house.Audit("P-1"), e => e.What == "inbound-mail" && e.Code == why && e.By == "mail");
    }

    [Theory]
    [InlineData("Away Re: your project", "Precedence: bulk", "precedence")]
    [InlineData("Re: votre projet", "Precedence: junk", "precedence")]
    [InlineData("Re: votre projet", "List-Id: <clients.martin.example>", "mailing-list")]
    [InlineData("Auto: votre projet", "X-Mailer: Apple Mail", "subject")]
    [InlineData("Lu : le contrat", "X-Mailer: Apple Mail", "subject")]
    public async Task A_doubtful_mail_of_the_client_is_forwarded_and_that_of_another_is_ignored(string subject, string headers, string why)
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        var address = await house.ReplyAddress();

        (await house.Post(MailGateway.ComposeReply(address, headers: headers, subject: subject))).HasResult("passed-on", why);
        (await house.Post(MailGateway.ComposeReply("suivi@followup.example", headers: headers + "\n" + MailGateway.Proven, subject: subject, id: "2@x"))).HasResult("passed-on", why);
        (await house.Post(MailGateway.ComposeReply("suivi@followup.example", headers: headers, subject: subject, id: "3@x"))).HasResult("ignored", why);
        (await house.Post(MailGateway.ComposeReply(address, from: "list@elsewhere.example", headers: headers, subject: subject, id: "4@x"))).HasResult("ignored", why);

        Assert.Empty(await house.ReplyTexts());
    }

    [Theory]
    [InlineData("no-reply@martin.example")]
    [InlineData("MAILER-DAEMON@martin.example")]
    [InlineData("Postmaster <postmaster@martin.example>")]
    [InlineData("ne-pas-repondre@martin.example")]
    public async Task A_no_reply_address_is_no_sign_of_life(string from)
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject();
        (await house.Post(MailGateway.ComposeReply(await house.ReplyAddress(), from: from))).HasResult("ignored", "sender");
    }

    [Theory]
    [InlineData("Auto-Submitted: no")]
    [InlineData("X-Auto-Response-Suppress: DR, RN")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("Feedback-ID: i1a2b3c4d:Fastmail")]
    [InlineData("Precedence: first-class")]
    [InlineData("Return-Path: <jeanne@martin.example>")]
    [InlineData("Disposition-Notification-To: jeanne@martin.example")]
    public async Task Harmless_headers_do_not_make_a_reply_automatic(string header)
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject();
        (await house.Post(MailGateway.ComposeReply(await house.ReplyAddress(), headers: header, subject: "RE: Absence du bureau"))).HasResult("reply");
    }

    [Fact]
    public async Task A_reply_after_an_out_of_office_restarts_the_cadence_once()
    {
        await using var house = await TestApp.Start();
        await house.CreateRelaunchLink();
        var address = await house.ReplyAddress();
        await house.Post(MailGateway.ComposeReply(address, "Absente.", headers: "Auto-Submitted: auto-replied", id: "a@x"));
        Assert.Equal(1, (await house.Project("P-1")).Cycle.UnansweredContacts);
        await house.AdvanceTime(Duration.FromHours(2));
        await house.Post(MailGateway.ComposeReply(address, "De retour, je vous appelle.", id: "b@x"));
        await house.Post(MailGateway.ComposeReply(address, "De retour, je vous appelle.", id: "b@x"));

        Assert.Equal(0, (await house.Project("P-1")).Cycle.UnansweredContacts);
        Assert.Equal(["De retour, je vous appelle."], await house.ReplyTexts());
    }
}
