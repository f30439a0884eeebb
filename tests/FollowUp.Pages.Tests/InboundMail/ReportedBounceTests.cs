using System.Text;
using FollowUp.Web.InboundMail.Messages;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>Bounces of kinds that public reports on bounce parsers name as misread, written anew. What counts is which addresses they close.</summary>
public sealed class ReportedBounceTests
{
    const string Client = "jeanne@martin.example";

    static string Group(string final, string rest) => $"Final-Recipient: rfc822; {final}\n{rest}";

    public static TheoryData<string, string, bool> DeliveryStatuses => new()
    {
        { "Yahoo has no such account", Group(Client, "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 554 delivery error: dd This user doesn't have a martin.example account (jeanne@martin.example) [0]"), true },
        { "the address forwards to one that does not exist", $"Original-Recipient: rfc822;{Client}\n" + Group("old@elsewhere.example", "Action: failed\nStatus: 5.1.1"), true },
        { "the address forwards and the other server checks SPF", $"Original-Recipient: rfc822;{Client}\n" + Group("old@elsewhere.example", "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.7.23 Recipient address rejected: SPF fail - not authorized"), false },
        { "another recipient of a copy", Group(Client, "Action: delivered\nStatus: 2.1.5") + "\n\n" + Group("list@martin.example", "Action: failed\nStatus: 5.1.1"), false },
        { "the recipient is ourselves", Group("suivi@followup.example", "Action: failed\nStatus: 5.7.1"), false },
        { "an address in angle brackets", Group($"<{Client}>", "Action: failed\nStatus: 5.1.1"), true },
        { "a type without its address space", $"Final-Recipient: {Client}\nAction: failed\nStatus: 5.1.1", true },
        { "a Status with words", Group(Client, "Action: Failed\nStatus: 5.1.1 (user unknown)"), true },
        { "a mailbox that is switched off", Group(Client, "Action: failed\nStatus: 5.2.1\nDiagnostic-Code: smtp; 550 5.2.1 The email account that you tried to reach is disabled"), false },
        { "a Diagnostic-Code over several lines", Group(Client, "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp;550-5.1.1 The email account that you tried to reach does not\n exist. Please try\n 550 5.1.1 double-checking"), true },
        { "an expanded list", Group(Client, "Action: expanded\nStatus: 2.1.5"), false },
        { "a relayed mail", Group(Client, "Action: relayed\nStatus: 2.1.9"), false },
    };

    [Theory]
    [MemberData(nameof(DeliveryStatuses))]
    public void A_delivery_status_closes_the_address_that_it_means(string kind, string groups, bool closes)
    {
        Assert.NotEmpty(kind);
        var report = Read(
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nSorry.\n"
            + $"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.martin.example\n\n{groups}\n\n--b--\n").Report!;
        Assert.Equal(closes, report.RefusedAddresses.Contains(Client));
    }

    public static TheoryData<string, string, bool> PlainTexts => new()
    {
        { "SmarterMail", "Could not deliver message to the following recipient(s):\n\nFailed Recipient: jeanne@martin.example\nReason: Remote host said: 550 5.1.1 The email account that you tried to reach does not exist.\n", true },
        { "Haraka", "Hi. This is the Haraka Mailer program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up.\n\n<jeanne@martin.example>: Too many failures (Tried all MXs)\n", false },
        { "Sendmail", "   ----- The following addresses had permanent fatal errors -----\n<jeanne@martin.example>\n    (reason: 550 5.1.1 <jeanne@martin.example>... User unknown)\n\n   ----- Transcript of session follows -----\n... while talking to mx.martin.example.:\n", true },
        { "Exchange 2003", "Your message did not reach some or all of the intended recipients.\n\nThe following recipient(s) could not be reached:\n\n      'jeanne@martin.example' on 23/11/2026 09:00\n            The e-mail account does not exist at the organization this message was sent to.\n            <mx.martin.example #5.1.1>\n", true },
        { "Domino", "Your message\n\n  Subject: Votre projet\n\nwas not delivered to:\n\n  jeanne@martin.example\n\nbecause:\n\n  User jeanne (jeanne@martin.example) not listed in Domino Directory\n", true },
        { "hMailServer", "Your message did not reach some or all of the intended recipients.\n\n   Sent: Mon, 23 Nov 2026 09:00:00 +0100\n   Subject: Votre projet\n\nThe following recipient(s) could not be reached:\n\njeanne@martin.example\n   Error Type: SMTP\n   Remote server (192.0.2.1) issued an error.\n   hMailServer sent: RCPT TO:<jeanne@martin.example>\n   Remote server replied: 550 Unknown user\n", true },
        { "a person who speaks of an address", "Bonjour, mon ancienne adresse jeanne@martin.example n'existe plus, écrivez-moi ici. Cordialement", false },
    };

    [Theory]
    [MemberData(nameof(PlainTexts))]
    public void A_bounce_in_plain_text_closes_the_address_that_it_names(string kind, string text, bool closes)
    {
        Assert.NotEmpty(kind);
        var report = Read("Content-Type: text/plain; charset=utf-8\n\n" + text).Report;
        Assert.Equal(closes, report?.RefusedAddresses.Contains(Client) == true);
    }

    static InboundMessage Read(string rest) => InboundMessageReader.Read(Encoding.UTF8.GetBytes(
        $"Return-Path: <>\nFrom: MAILER-DAEMON@mx.martin.example\nTo: suivi@followup.example\nSubject: failure\nMIME-Version: 1.0\n{rest}".ReplaceLineEndings("\r\n")))!;
}
