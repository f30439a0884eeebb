using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>Out-of-office and other machines, by the headers that mail programs are known to write: never a sign of life.</summary>
public sealed class AutoReplyTests
{
    public static TheoryData<string, string, string> Machines => new()
    {
        // Exchange and Outlook.
        { "Réponse automatique : votre projet", "Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nX-MS-Exchange-Inbox-Rules-Loop: jeanne@martin.example", "auto-submitted" },
        { "Automatic reply: your project", "X-MS-Has-Attach:\nX-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply", "suppresses-answers" },
        { "Réponse automatique : votre projet", "X-MS-TNEF-Correlator:", "subject" },
        { "Absence du bureau : Re: votre projet", "Thread-Index: Adx0", "subject" },
        { "Out of Office: your project", "Thread-Index: Adx0", "subject" },

        // Gmail.
        { "Absente jusqu’au 5 Re: votre projet", "Precedence: bulk\nX-Autoreply: yes\nAuto-Submitted: auto-replied", "auto-submitted" },
        { "Away Re: your project", "X-Autoreply: yes", "marked-automatic" },
        { "Away Re: your project", "Precedence: bulk", "precedence" },

        // Zimbra.
        { "Re: votre projet", "Auto-Submitted: auto-replied (zimbra; vacation)\nX-Mailer: Zimbra 9.0.0", "auto-submitted" },

        // Apple, and Sieve (RFC 5230).
        { "Auto: votre projet", "Auto-Submitted: auto-replied (vacation)", "auto-submitted" },
        { "Auto: votre projet", "X-Mailer: Apple Mail", "subject" },

        // Orange, Free and others.
        { "Re: votre projet", "X-Autorespond: votre projet", "marked-automatic" },
        { "Re: votre projet", "Return-Path: <>", "no-return-path" },
        { "Re: votre projet", "Precedence: auto_reply", "precedence" },
        { "Re: votre projet", "Precedence: junk", "precedence" },
        { "Re: votre projet", "List-Id: <clients.martin.example>", "mailing-list" },
        { "=?iso-8859-1?Q?R=E9ponse_automatique_:_projet?=", "Importance: low", "subject" },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task An_automatic_reply_is_no_sign_of_life(string subject, string headers, string why)
    {
        await using var house = await TestApp.Start();
        await house.CreateRelaunchLink();
        var before = await house.Project("P-1");

        (await house.Post(MailGateway.ComposeReply(await house.ReplyAddress(), "Je suis absente jusqu’au 5 janvier.", headers: headers, subject: subject))).HasResult("ignored", why);
        (await house.Post(MailGateway.ComposeReply("suivi@followup.example", "Je suis absente jusqu’au 5 janvier.", headers: headers, subject: subject))).HasResult("ignored", why);

        Assert.Equal((before.Version, before.Cycle.UnansweredContacts), ((await house.Project("P-1")).Version, (await house.Project("P-1")).Cycle.UnansweredContacts));
        Assert.Contains(await house.Audit("P-1"), e => e.What == "inbound-mail" && e.Code == why && e.By == "mail");
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
