using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Smtp.Tests.Given;
using MimeKit;

namespace FollowUp.Smtp.Tests;

/// <summary>What arrives at a real mail server, down to its last header. All tests read what one host sent.</summary>
public sealed class MailContentTests(SentMails sent) : IClassFixture<SentMails>
{
    public static TheoryData<string> AllClients => [.. SentMails.Missed.Select(client => client.Project)];

    [Theory]
    [MemberData(nameof(AllClients))]
    public async Task Names_arrive_as_they_were_written(string project)
    {
        var client = SentMails.Missed.First(c => c.Project == project);
        var message = (await sent.Receive(client, "TriedToReachYou")).Message;

        var from = Assert.IsType<MailboxAddress>(Assert.Single(message.From));
        Assert.Equal(($"{SentMails.Coordinator} · Suivi Projet", "suivi@department.example"), (from.Name, from.Address));
        var to = Assert.IsType<MailboxAddress>(Assert.Single(message.To));
        Assert.Equal((client.Name, client.Mail), (to.Name, to.Address));
        Assert.Matches(@"^suivi\+[a-z2-7]{16}@department\.example$", Assert.IsType<MailboxAddress>(Assert.Single(message.ReplyTo)).Address);
        Assert.Contains(client.Title, message.Subject, StringComparison.Ordinal);
        Assert.Contains(client.Name, message.TextBody!, StringComparison.Ordinal);
        Assert.Contains(client.Name, WebUtility.HtmlDecode(message.HtmlBody), StringComparison.Ordinal);
        Assert.DoesNotContain("<admin>", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_has_each_header_once_and_two_whole_parts()
    {
        var mail = await sent.Receive(SentMails.Missed[1], "TriedToReachYou");
        var message = mail.Message;

        Assert.Equal(("suivi@department.example", "zoe@loup.example"), (mail.From, Assert.Single(mail.To)));
        Assert.Equal("P-2.3.TriedToReachYou@department.example", MessageIds.WithoutProof(message.MessageId!));
        Assert.NotEqual("P-2.3.TriedToReachYou@department.example", message.MessageId);
        AssertComplete(message);
        Assert.DoesNotContain(message.Headers, h => h.Id is HeaderId.ListUnsubscribe or HeaderId.ListUnsubscribePost);
        Assert.True(message.Headers.All(h => h.RawValue.All(b => b < 128)), "A header is not ASCII.");
    }

    [Fact]
    public async Task Every_relaunch_carries_the_headers_for_opting_out()
    {
        var message = (await sent.Receive(SentMails.Validated, "RelaunchFirst")).Message;

        Assert.EndsWith(".RelaunchFirst@department.example", MessageIds.WithoutProof(message.MessageId!), StringComparison.Ordinal);
        AssertComplete(message);
        Assert.Matches("^<https://suivi\\.example/l/[A-Za-z0-9_-]+/unsubscribe>$", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
    }

    [Fact]
    public async Task An_agreed_call_comes_with_a_calendar_entry()
    {
        var message = (await sent.Receive(SentMails.WithAppointment, "CallAgreed")).Message;

        AssertComplete(message);
        var entry = Assert.IsType<TextPart>(Assert.Single(message.Attachments));
        Assert.Equal(("text/calendar", "PUBLISH", "rendez-vous.ics"), (entry.ContentType.MimeType, entry.ContentType.Parameters["method"], entry.FileName));
        using var bytes = new MemoryStream();
        entry.Content!.DecodeTo(bytes, TestContext.Current.CancellationToken);
        var calendar = Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("\r\nBEGIN:VEVENT\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains($"\r\nDTSTART:{DepartmentFolder.Tomorrow.ToDateTimeUtc():yyyyMMdd'T'HHmmss'Z'}\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("escalier à vis", calendar, StringComparison.Ordinal);
    }

    /// <summary>No header is repeated or hides a recipient, and the text part has every link of the HTML part.</summary>
    static void AssertComplete(MimeMessage message)
    {
        Assert.Equal(message.Headers.Select(h => h.Field.ToUpperInvariant()).Distinct(), message.Headers.Select(h => h.Field.ToUpperInvariant()));
        Assert.Empty(message.Bcc);
        Assert.Empty(message.Cc);
        Assert.Empty(message.ResentTo);
        var choice = Assert.IsType<MultipartAlternative>(message.Body is Multipart { Count: 2 } mixed && mixed is not MultipartAlternative ? mixed[0] : message.Body);
        Assert.Equal(["text/plain", "text/html"], choice.Select(part => part.ContentType.MimeType));
        var links = Regex.Matches(message.HtmlBody!, "href=\"([^\"]+)\"")
            .Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains(link.Replace("tel:", "", StringComparison.Ordinal), message.TextBody!.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains(SentMails.Coordinator, message.TextBody!, StringComparison.Ordinal);
    }
}
