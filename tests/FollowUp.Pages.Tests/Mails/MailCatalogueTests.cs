using System.Net;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Mails;

public sealed class MailCatalogueTests
{
    public static TheoryData<MessageKind, Language> EveryMail()
    {
        var data = new TheoryData<MessageKind, Language>();
        foreach (var kind in SampleMailRequests.Kinds)
        {
            data.Add(kind, Language.French);
            data.Add(kind, Language.English);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryMail))]
    public async Task Every_mail_is_whole_in_both_parts(MessageKind kind, Language language)
    {
        await using var house = await TestApp.Start();
        var letter = await SampleMailRequests.Create(house, kind, language);

        var mail = await Write(house, letter);

        Assert.Contains("Refonte du site", mail.Subject, StringComparison.Ordinal);
        Assert.InRange(mail.Subject.Length, 10, 110);
        Assert.Equal(await ReplyTo(house, letter.Message.To), mail.ReplyTo);
        Assert.Equal("P-1", mail.ProjectId);
        var html = WebUtility.HtmlDecode(mail.Html);
        Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.Ordinal);
        Assert.Contains(language == Language.French ? "<html lang=\"fr\"" : "<html lang=\"en\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Equal(MailParts.Addresses(mail.Html), mail.Links);
        foreach (var link in mail.Links)
        {
            Assert.StartsWith("https://suivi.example/", link, StringComparison.Ordinal);
            Assert.Contains(link, mail.Text.Split('\n'));
        }

        foreach (var leftover in new[] { "{", "}", "()", "  ,", " .\n", "FollowUp.", "System.", "??", "null" })
        {
            Assert.DoesNotContain(leftover, mail.Text, StringComparison.Ordinal);
        }

        var shown = string.Join(' ', MailParts.Shown(mail.Html));
        foreach (var paragraph in MailParts.Paragraphs(mail.Text))
        {
            Assert.Contains(paragraph.TrimEnd('\u00a0', ':'), shown, StringComparison.Ordinal);
        }

        var text = string.Join(' ', MailParts.Paragraphs(mail.Text));
        foreach (var piece in MailParts.Shown(mail.Html))
        {
            Assert.Contains(piece, text, StringComparison.Ordinal);
        }
    }

    /// <summary>A client answers the project, a provider the coordinator; an answer of staff is for the department.</summary>
    static async Task<string> ReplyTo(TestApp house, RecipientKind to) => to switch
    {
        RecipientKind.Client => await house.ReplyAddress(),
        RecipientKind.Provider => TestApp.Camille.Id,
        _ => "suivi@followup.example",
    };

    [Theory]
    [MemberData(nameof(EveryMail))]
    public async Task The_two_languages_differ_and_French_sets_its_spaces(MessageKind kind, Language language)
    {
        await using var house = await TestApp.Start();
        var mail = await Write(house, await SampleMailRequests.Create(house, kind, language));

        Assert.Contains(language == Language.French ? "Bonjour" : kind is MessageKind.GoodChances or MessageKind.QuestionAnswered ? "Hello" : "Dear", mail.Text, StringComparison.Ordinal);
        if (language == Language.French)
        {
            Assert.DoesNotMatch("[a-zà-ü] [:;!?]", mail.Text.Replace(SampleMailRequests.Text, "", StringComparison.Ordinal).Replace("> ", "", StringComparison.Ordinal).Replace("prévu ?", "", StringComparison.Ordinal).Replace("quand ?", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(EveryMail))]
    public async Task Only_relaunches_carry_the_opt_out_of_mail_programs(MessageKind kind, Language language)
    {
        await using var house = await TestApp.Start();
        var mail = await Write(house, await SampleMailRequests.Create(house, kind, language));

        if (kind is MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze or MessageKind.Warning
            or MessageKind.LightMail)
        {
            Assert.Matches("^<https://suivi.example/l/[A-Za-z0-9_-]+/unsubscribe>$", mail.Headers["List-Unsubscribe"]);
            Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        }
        else
        {
            Assert.Empty(mail.Headers);
        }
    }

    [Fact]
    public async Task Every_mail_to_the_client_leads_to_the_client_s_own_page()
    {
        await using var house = await TestApp.Start();
        var browser = house.NewBrowser();
        foreach (var kind in SampleMailRequests.Kinds)
        {
            var letter = await SampleMailRequests.Create(house, kind, Language.French);
            if (letter.Message.To != RecipientKind.Client)
            {
                continue;
            }

            var mail = await Write(house, letter);
            var pages = new List<string>();
            foreach (var link in mail.Links)
            {
                pages.Add((await browser.Get(new Uri(link).AbsolutePath)).Html);
            }

            Assert.Contains(pages, html => html.Contains("value=\"gave-up\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Three_attempts_are_written_in_three_tones()
    {
        await using var house = await TestApp.Start();
        var subjects = new HashSet<string>();
        for (var number = 1; number <= 3; number++)
        {
            subjects.Add((await Write(house, await SampleMailRequests.Create(house, MessageKind.TriedToReachYou, Language.French, number))).Subject);
        }

        Assert.Equal(3, subjects.Count);
    }

    [Fact]
    public async Task A_good_chances_notice_names_neither_the_client_nor_another_provider_and_promises_nothing()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        await house.Record("P-1", new ReportProviderAction("PR-2", ProviderActionKind.Visit, house.Now), Actor.Website);

        var mail = await Write(house, await SampleMailRequests.Create(house, MessageKind.GoodChances, Language.French));

        foreach (var secret in new[] { "Jeanne", "Martin", "jeanne@", "99001234", "99 00 12 34", "99\u00a000\u00a012\u00a034", "Northlight", "PR-2", "2000", "5000" })
        {
            Assert.DoesNotContain(secret, mail.Text + mail.Html + mail.Subject, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("ni une commande ni une promesse", mail.Text.Replace('\n', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreed_call_comes_with_an_appointment()
    {
        await using var house = await TestApp.Start();
        var mail = await Write(house, await SampleMailRequests.Create(house, MessageKind.CallAgreed, Language.French));

        Assert.NotNull(mail.Calendar);
        Assert.Contains("DTSTART:20261124T080000Z", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("METHOD:PUBLISH", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261123T080000Z", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains($"ORGANIZER;CN=Camille Aubertin:mailto:{await house.ReplyAddress()}", mail.Calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(mail.Calendar.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public async Task A_call_that_moves_moves_in_the_diary_too()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        foreach (var hours in new[] { 26, 28 })
        {
            await house.RecordAsManager("P-1", new RecordCall(CallOutcome.CallBack, house.Now, AgreedAt: house.Now + NodaTime.Duration.FromHours(hours)));
            await house.AdvanceTime(NodaTime.Duration.FromMinutes(1));
        }

        var entries = (await house.MailsOf(MessageKind.CallAgreed)).OrderBy(m => m.At).Select(m => Lines(m.Mail.Calendar!)).ToArray();

        Assert.Equal(2, entries.Length);
        Assert.Equal(entries[0]["UID"], entries[1]["UID"]);
        Assert.NotEqual(entries[0]["DTSTART"], entries[1]["DTSTART"]);
        Assert.True(int.Parse(entries[0]["SEQUENCE"], null) < int.Parse(entries[1]["SEQUENCE"], null));

        static Dictionary<string, string> Lines(string calendar) => calendar.Split("\r\n").Select(l => l.Split(':', 2))
            .Where(l => l[0] is "UID" or "DTSTART" or "SEQUENCE").ToDictionary(l => l[0], l => l[1]);
    }

    [Fact]
    public async Task Staff_are_written_to_by_the_department_and_others_by_whoever_will_answer()
    {
        await using var house = await TestApp.Start();

        Assert.Equal("Suivi Projet", (await Write(house, await SampleMailRequests.Create(house, MessageKind.HandOver, Language.French))).FromName);
        foreach (var kind in new[] { MessageKind.RelaunchFirst, MessageKind.GoodChances })
        {
            Assert.Equal("Camille Aubertin · Suivi Projet", (await Write(house, await SampleMailRequests.Create(house, kind, Language.French))).FromName);
        }
    }

    [Fact]
    public async Task A_line_break_in_a_title_stays_out_of_the_header()
    {
        await using var house = await TestApp.Start();
        var letter = await SampleMailRequests.Create(house, MessageKind.RelaunchFirst, Language.French);

        var mail = await Write(house, letter with { Dossier = letter.Dossier! with { Title = "Refonte\r\nBcc: x@evil.example" } });

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain('\r', mail.Subject);
        Assert.Contains("Refonte Bcc", mail.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jeanne@martin.example\r\nBcc: x@evil.example", "Jeanne Martin")]
    [InlineData("jeanne@martin.example", "Jeanne\nMartin")]
    [InlineData("jeanne@martin.example", "Jeanne\u0000Martin")]
    [InlineData("jeanne@martin.example", "Jeanne\u2028Martin")]
    public async Task A_line_break_in_an_address_or_a_name_is_refused(string address, string name)
    {
        await using var house = await TestApp.Start();
        var letter = await SampleMailRequests.Create(house, MessageKind.RelaunchFirst, Language.French);
        var forged = letter with { Dossier = letter.Dossier! with { Email = address, Name = name } };

        await Assert.ThrowsAsync<ArgumentException>(async () => await Write(house, forged));
    }

    [Fact]
    public async Task Whatever_people_write_reaches_the_html_as_text()
    {
        await using var house = await TestApp.Start();
        var letter = await SampleMailRequests.Create(house, MessageKind.MissingInformation, Language.French);

        var mail = await Write(house, letter with { FreeText = "<script>alert(1)</script>", Dossier = letter.Dossier! with { Title = "<img src=x>" } });

        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<script>alert(1)</script>", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_to_write_to_is_no_mail_and_what_nobody_is_in_charge_of_goes_to_the_manager()
    {
        await using var house = await TestApp.Start();
        var erased = (await SampleMailRequests.Create(house, MessageKind.RelaunchFirst, Language.French)) with { Dossier = null };
        var approval = await SampleMailRequests.Create(house, MessageKind.ApprovalRequest, Language.French);
        var writer = house.Services.GetRequiredService<IMailWriter>();

        Assert.Null(await writer.Write(erased, TestContext.Current.CancellationToken));
        var orphan = approval with { Message = approval.Message with { Recipient = null }, ToStaff = null, InCharge = null };
        Assert.Equal(TestApp.Nadia.Id, (await Write(house, orphan)).To);
    }

    static async Task<OutgoingMail> Write(TestApp house, MailRequest letter) =>
        await house.Services.GetRequiredService<IMailWriter>().Write(letter, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException("There was an address.");
}
