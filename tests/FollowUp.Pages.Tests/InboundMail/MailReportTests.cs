using FollowUp.Domain.Projects.NextActions;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>What other mail services report of mails of ours.</summary>
public sealed class MailReportTests
{
    static string Report(string type, string status, string returned) => $"""
        From: Mail Delivery System <MAILER-DAEMON@mx.client.example>
        To: suivi@followup.example
        Subject: Undelivered Mail Returned to Sender
        Date: Mon, 23 Nov 2026 08:30:00 +0100
        Message-ID: <dsn-1@mx.client.example>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type={type}; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you.

        --b
        Content-Type: message/{type}

        {status}

        --b
        {returned}
        --b--
        """;

    static string Dsn(string action, string status, string recipient, string replyTo) => Report(
        "delivery-status",
        $"Reporting-MTA: dns; mx.client.example\n\nFinal-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; 550 said so",
        $"Content-Type: message/rfc822\n\nFrom: suivi@followup.example\nReply-To: {replyTo}\nTo: {recipient}\nSubject: x\n\nBonjour\n");

    [Fact]
    public async Task A_hard_bounce_stops_mails()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        (await house.Post(Dsn("failed", "5.1.1", "Jeanne@Martin.example", await house.ReplyAddress()))).HasResult("address-refused", "bounce");
        Assert.False((await house.Project("P-1")).Contact.MayMail);
        Assert.Null((await house.Project("P-1")).Latest.ReplyAt);
    }

    [Fact]
    public async Task A_report_with_only_the_returned_headers_counts()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        var report = Report(
            "delivery-status", "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822;jeanne@martin.example\nAction: failed\nStatus: 5.1.1 (no)",
            $"Content-Type: text/rfc822-headers\n\nReply-To: Suivi <{await house.ReplyAddress()}>\nSubject: x\n");
        (await house.Post(report)).HasResult("address-refused", "bounce");
    }

    [Theory]
    [InlineData("delayed", "4.4.1")]
    [InlineData("failed", "4.2.2")]
    [InlineData("delivered", "2.0.0")]
    public async Task A_temporary_failure_changes_nothing(string action, string status)
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        (await house.Post(Dsn(action, status, "jeanne@martin.example", await house.ReplyAddress()))).HasResult("ignored", "delivery-delayed");
        Assert.True((await house.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task A_report_without_proof_changes_nothing()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        (await house.Post(Dsn("failed", "5.1.1", "jeanne@martin.example", "suivi@followup.example"))).HasResult("ignored", "report-of-another-mail");
        (await house.Post(Dsn("failed", "5.1.1", "eve@elsewhere.example", await house.ReplyAddress()))).HasResult("ignored", "report-of-another-mail");
        Assert.True((await house.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task A_spam_complaint_stops_mails_and_a_read_receipt_changes_nothing()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        var returned = $"Content-Type: message/rfc822\n\nReply-To: {await house.ReplyAddress()}\nSubject: x\n\nBonjour\n";
        (await house.Post(Report("disposition-notification", "Final-Recipient: rfc822;jeanne@martin.example\nDisposition: manual-action/MDN-sent-manually; displayed", returned)))
            .HasResult("ignored", "reading-notice");
        Assert.True((await house.Project("P-1")).Contact.MayMail);

        (await house.Post(Report("feedback-report", "Feedback-Type: abuse\nVersion: 1", returned))).HasResult("address-refused", "complaint");
        Assert.False((await house.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task A_Message_ID_proves_the_returned_mail_and_cannot_be_guessed()
    {
        await using var house = await TestApp.Start();
        await house.CreateRelaunchLink();
        var sent = (await house.MailsOf(FollowUp.Domain.Outbox.MessageKind.RelaunchFirst))[0].Mail;
        string Bounce(string? proof) => Report(
            "delivery-status", "Final-Recipient: rfc822; jeanne@martin.example\nAction: failed\nStatus: 5.1.1",
            $"Content-Type: text/rfc822-headers\n\nMessage-ID: <{FollowUp.Application.Delivery.MessageIds.Format(sent.MessageId, "followup.example", proof)}>\n");

        (await house.Post(Bounce(null))).HasResult("ignored", "report-of-another-mail");
        (await house.Post(Bounce("aaaaaaaaaaaaaaaa"))).HasResult("ignored", "report-of-another-mail");
        Assert.True((await house.Project("P-1")).Contact.MayMail);
        (await house.Post(Bounce(sent.Proof))).HasResult("address-refused", "bounce");
    }

    [Fact]
    public async Task A_bounced_address_works_again_when_the_client_writes_from_it()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        await house.CreateProjectInFollowUp("P-2");
        await house.Post(Dsn("failed", "5.1.1", "jeanne@martin.example", await house.ReplyAddress()));
        Assert.Equal((false, false), ((await house.Project("P-1")).Contact.MayMail, (await house.Project("P-2")).Contact.MayMail));
        Assert.Equal(ReasonCode.RelaunchMailFailed, (await house.Project("P-1")).Next!.Why.Code);

        (await house.Post(MailGateway.ComposeReply(await house.ReplyAddress(), from: "paul@martin.example"))).HasResult("passed-on", "another-sender");
        Assert.False((await house.Project("P-1")).Contact.MayMail);
        (await house.Post(MailGateway.ComposeReply(await house.ReplyAddress(), id: "2@x"))).HasResult("reply");

        Assert.Equal((true, true), ((await house.Project("P-1")).Contact.MayMail, (await house.Project("P-2")).Contact.MayMail));
    }

    [Fact]
    public async Task A_complaint_outlasts_a_mail_of_the_client()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        var returned = $"Content-Type: message/rfc822\n\nReply-To: {await house.ReplyAddress()}\n\nBonjour\n";
        await house.Post(Report("feedback-report", "Feedback-Type: abuse\nVersion: 1", returned));

        (await house.Post(MailGateway.ComposeReply(await house.ReplyAddress()))).HasResult("reply");

        Assert.False((await house.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task Our_own_mails_say_that_a_program_wrote_them()
    {
        await using var house = await TestApp.Start();
        await house.CreateRelaunchLink();
        await house.Post(MailGateway.ComposeReply(await house.ReplyAddress(), from: "paul@martin.example"));

        Assert.All(await house.AllMails(), mail => Assert.Equal("auto-generated", mail.Mail.Headers["Auto-Submitted"]));
    }
}
