namespace FollowUp.Pages.Tests;

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
    public async Task An_address_that_refuses_for_good_gets_no_more_mails()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        (await house.Bring(Dsn("failed", "5.1.1", "Jeanne@Martin.example", await house.ReplyAddress()))).Is("address-refused", "bounce");
        Assert.False((await house.Project("P-1")).Contact.MayMail);
        Assert.Null((await house.Project("P-1")).LastReplyAt);
    }

    [Fact]
    public async Task The_headers_of_the_mail_alone_are_proof_enough()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        var report = Report(
            "delivery-status", "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822;jeanne@martin.example\nAction: failed\nStatus: 5.7.1 (no)",
            $"Content-Type: text/rfc822-headers\n\nReply-To: Suivi <{await house.ReplyAddress()}>\nSubject: x\n");
        (await house.Bring(report)).Is("address-refused", "bounce");
    }

    [Theory]
    [InlineData("delayed", "4.4.1")]
    [InlineData("failed", "4.2.2")]
    [InlineData("delivered", "2.0.0")]
    public async Task What_may_pass_changes_nothing(string action, string status)
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        (await house.Bring(Dsn(action, status, "jeanne@martin.example", await house.ReplyAddress()))).Is("ignored", "delivery-delayed");
        Assert.True((await house.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task A_report_that_anybody_could_have_written_changes_nothing()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        (await house.Bring(Dsn("failed", "5.1.1", "jeanne@martin.example", "suivi@followup.example"))).Is("ignored", "report-of-another-mail");
        (await house.Bring(Dsn("failed", "5.1.1", "eve@elsewhere.example", await house.ReplyAddress()))).Is("ignored", "report-of-another-mail");
        Assert.True((await house.Project("P-1")).Contact.MayMail);
    }

    [Fact]
    public async Task A_spam_complaint_stops_mails_and_a_reading_notice_is_nothing()
    {
        await using var house = await House.Open();
        await house.InFollowUp();
        var returned = $"Content-Type: message/rfc822\n\nReply-To: {await house.ReplyAddress()}\nSubject: x\n\nBonjour\n";
        (await house.Bring(Report("disposition-notification", "Final-Recipient: rfc822;jeanne@martin.example\nDisposition: manual-action/MDN-sent-manually; displayed", returned)))
            .Is("ignored", "reading-notice");
        Assert.True((await house.Project("P-1")).Contact.MayMail);

        (await house.Bring(Report("feedback-report", "Feedback-Type: abuse\nVersion: 1", returned))).Is("address-refused", "complaint");
        Assert.False((await house.Project("P-1")).Contact.MayMail);
    }
}
