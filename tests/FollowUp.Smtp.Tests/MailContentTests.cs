using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Smtp.Tests.Given;
using FollowUp.TestKit;
using FollowUp.TestKit.Smtp;
using MimeKit;

namespace FollowUp.Smtp.Tests;

/// <summary>What arrives at a real mail server, down to its last header.</summary>
public sealed class MailContentTests
{
    const string Coordinator = "Chloé d’Étange-Šimić";

    static readonly SampleClient[] Clients =
    [
        new("P-1", "jeanne@atelier.example", "Jeanne Martin", "Atelier Martin SARL"),
        new("P-2", "zoe@loup.example", "Zoë Lefèvre-Œillet", "L’Étoile & Fils, « Père »", "Réfection d’un escalier à vis, été 2027"),
        new("P-3", "sean@obrien.example", "Seán O'Brien \"Jr\" <admin>", null, "Site: étape 2; budget = 5 000 €, \"urgent\""),
        new("P-4", "fox@fox.example", "🦊 Renard 👩🏽‍💻", "🚀 Fusée", "Une appli 🧑‍🤝‍🧑 pour 👨‍👩‍👧‍👦"),
        new("P-5", "mohamed@shop.example", "محمد بن علي", "شركة النور", "متجر إلكتروني"),
        new("P-6", "miriam@shop.example", "מרים כהן", null, "אתר אינטרנט חדש"),
        new("P-7", "li@shop.example", "李小龍", null, "功夫学校的网站" + new string('字', 60)),
        new("P-8", "ann@shop.example", "Ann Hill", "Hill Ltd", "A new website") { Language = Language.English },
    ];

    public static TheoryData<string> AllClients => [.. Clients.Select(client => client.Project)];

    [Theory]
    [MemberData(nameof(AllClients))]
    public async Task Names_arrive_as_they_were_written(string project)
    {
        var client = Clients.First(c => c.Project == project);
        using var server = new FakeSmtpServer();
        using var department = await CreateDepartment(client, CallOutcome.NoAnswer);
        var message = await ReceiveOne(server, department, "TriedToReachYou");

        var from = Assert.IsType<MailboxAddress>(Assert.Single(message.From));
        Assert.Equal(($"{Coordinator} · Suivi Projet", "suivi@department.example"), (from.Name, from.Address));
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
        using var server = new FakeSmtpServer();
        using var department = await CreateDepartment(Clients[1], CallOutcome.NoAnswer);
        var message = await ReceiveOne(server, department, "TriedToReachYou");
        var arrival = server.ReceivedMails[0];

        Assert.Equal(("suivi@department.example", "zoe@loup.example"), (arrival.From, Assert.Single(arrival.To)));
        Assert.Equal("P-2.3.TriedToReachYou@department.example", message.MessageId);
        AssertComplete(message);
        Assert.DoesNotContain(message.Headers, h => h.Id is HeaderId.ListUnsubscribe or HeaderId.ListUnsubscribePost);
        Assert.True(message.Headers.All(h => h.RawValue.All(b => b < 128)), "Headers are ASCII, whoever relays them.");
    }

    [Fact]
    public async Task Every_relaunch_says_how_to_get_no_more_of_them()
    {
        using var server = new FakeSmtpServer();
        using var department = await CreateDepartment(Clients[0], CallOutcome.Serious);
        var message = await ReceiveOne(server, department, "RelaunchFirst");

        Assert.EndsWith(".RelaunchFirst@department.example", message.MessageId, StringComparison.Ordinal);
        AssertComplete(message);
        Assert.Matches("^<https://suivi\\.example/l/[A-Za-z0-9_-]+/unsubscribe>$", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
    }

    [Fact]
    public async Task An_agreed_call_comes_with_an_entry_for_the_diary()
    {
        using var server = new FakeSmtpServer();
        using var department = await CreateDepartment(Clients[1], CallOutcome.CallBack);
        var message = await ReceiveOne(server, department, "CallAgreed");

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

    /// <summary>No header twice, none that hides a recipient, and what the HTML part says and leads to is in the text part as well.</summary>
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
        Assert.Contains(Coordinator, message.TextBody!, StringComparison.Ordinal);
    }

    static async Task<DepartmentFolder> CreateDepartment(SampleClient client, CallOutcome outcome)
    {
        var department = new DepartmentFolder();
        await department.AddStaff(Coordinator);
        await department.WithStore(async (store, desk) =>
        {
            await DepartmentFolder.SubmitProject(desk, client);
            await DepartmentFolder.RecordCallOutcome(desk, client, outcome, outcome == CallOutcome.CallBack ? DepartmentFolder.Tomorrow : null);
            await department.AdvanceToNow(store, desk, client);
        });
        return department;
    }

    static async Task<MimeMessage> ReceiveOne(FakeSmtpServer server, DepartmentFolder department, string kind)
    {
        using var host = HostProcess.Start(department, server.Port);
        IEnumerable<MimeMessage> Came() =>
            server.ReceivedMails.Select(a => a.Message).Where(m => m.MessageId!.EndsWith($".{kind}@department.example", StringComparison.Ordinal));
        await Eventually.IsTrue(() => Came().Any(), () => $"No mail came.\n{host.ErrorOutput}");
        return Assert.Single(Came());
    }
}
