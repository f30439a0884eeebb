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
    public async Task Html_part_and_text_part_have_the_same_content(MessageKind kind, Language language)
    {
        await using var app = await TestApp.Start();
        var request = await SampleMailRequests.Create(app, kind, language);

        var mail = await Write(app, request);

        Assert.Contains("Refonte du site", mail.Subject, StringComparison.Ordinal);
        Assert.InRange(mail.Subject.Length, 10, 110);
        Assert.Equal(await ReplyTo(app, request.Message.To), mail.ReplyTo);
        Assert.Equal("P-1", mail.ProjectId);
        var html = WebUtility.HtmlDecode(mail.Html);
        Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.Ordinal);
        Assert.Contains(language == Language.French ? "<html lang=\"fr\"" : "<html lang=\"en\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        var code = language == Language.French ? "fr" : "en";
        string[] legal = [$"https://suivi.example/privacy?lang={code}", $"https://suivi.example/legal?lang={code}"];
        Assert.Equal(MailParts.Addresses(mail.Html), [.. mail.Links, .. legal]);
        foreach (var link in mail.Links.Concat(legal))
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

    /// <summary>The reply address: the project for a client, the coordinator for a provider, the department for staff.</summary>
    static async Task<string> ReplyTo(TestApp app, RecipientKind to) => to switch
    {
        RecipientKind.Client => await app.ReplyAddress(),
        RecipientKind.Provider => TestApp.Camille.Id,
        _ => "suivi@followup.example",
    };

    [Theory]
    [MemberData(nameof(EveryMail))]
    public async Task French_and_English_differ_and_French_has_its_non_breaking_spaces(MessageKind kind, Language language)
    {
        await using var app = await TestApp.Start();
        var mail = await Write(app, await SampleMailRequests.Create(app, kind, language));

        Assert.Contains(language == Language.French ? "Bonjour" : kind is MessageKind.GoodChances or MessageKind.QuestionAnswered or MessageKind.QuestionReceipt or MessageKind.ProviderHandedOver ? "Hello" : "Dear", mail.Text, StringComparison.Ordinal);
        if (language == Language.French)
        {
            Assert.DoesNotMatch("[a-zà-ü] [:;!?]", mail.Text.Replace(SampleMailRequests.Text, "", StringComparison.Ordinal).Replace("> ", "", StringComparison.Ordinal).Replace("prévu ?", "", StringComparison.Ordinal).Replace("quand ?", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(EveryMail))]
    public async Task Only_relaunches_carry_the_opt_out_of_mail_programs(MessageKind kind, Language language)
    {
        await using var app = await TestApp.Start();
        var mail = await Write(app, await SampleMailRequests.Create(app, kind, language));

        if (kind is MessageKind.RelaunchFirst or MessageKind.RelaunchLater or MessageKind.RelaunchAfterSnooze or MessageKind.Warning
            or MessageKind.LightMail)
        {
            Assert.Matches("^<https://suivi.example/l/[A-Za-z0-9_-]+/unsubscribe>$", mail.Headers["List-Unsubscribe"]);
            Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        }
        else
        {
            Assert.DoesNotContain(mail.Headers, header => header.Key.StartsWith("List-", StringComparison.Ordinal));
        }

        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task Every_mail_to_the_client_leads_to_the_client_s_own_page()
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser();
        foreach (var kind in SampleMailRequests.Kinds)
        {
            var request = await SampleMailRequests.Create(app, kind, Language.French);
            if (request.Message.To != RecipientKind.Client)
            {
                continue;
            }

            var mail = await Write(app, request);
            var pages = new List<string>();
            foreach (var link in mail.Links)
            {
                pages.Add((await browser.Get(new Uri(link).AbsolutePath)).Html);
            }

            Assert.Contains(pages, html => html.Contains("value=\"gave-up\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task First_middle_and_last_attempt_have_different_texts()
    {
        await using var app = await TestApp.Start();
        var subjects = new HashSet<string>();
        for (var number = 1; number <= 3; number++)
        {
            subjects.Add((await Write(app, await SampleMailRequests.Create(app, MessageKind.TriedToReachYou, Language.French, number))).Subject);
        }

        Assert.Equal(3, subjects.Count);
    }

    [Fact]
    public async Task A_good_chances_notice_names_neither_the_client_nor_another_provider_and_promises_nothing()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        await app.Record("P-1", new ReportProviderAction("PR-2", ProviderActionKind.Visit, app.Now), Actor.Website);

        var mail = await Write(app, await SampleMailRequests.Create(app, MessageKind.GoodChances, Language.French));

        foreach (var secret in new[] { "Jeanne", "Martin", "jeanne@", "99001234", "99 00 12 34", "99\u00a000\u00a012\u00a034", "Northlight", "PR-2", "2000", "5000" })
        {
            Assert.DoesNotContain(secret, mail.Text + mail.Html + mail.Subject, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("ni une commande ni une promesse", mail.Text.Replace('\n', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sender_is_the_department_for_staff_and_the_person_in_charge_for_others()
    {
        await using var app = await TestApp.Start();

        Assert.Equal("Suivi Projet", (await Write(app, await SampleMailRequests.Create(app, MessageKind.HandOver, Language.French))).FromName);
        foreach (var kind in new[] { MessageKind.RelaunchFirst, MessageKind.GoodChances })
        {
            Assert.Equal("Camille Aubertin · Suivi Projet", (await Write(app, await SampleMailRequests.Create(app, kind, Language.French))).FromName);
        }
    }

    [Fact]
    public async Task Line_break_in_a_title_is_removed_from_the_subject()
    {
        await using var app = await TestApp.Start();
        var request = await SampleMailRequests.Create(app, MessageKind.RelaunchFirst, Language.French);

        var mail = await Write(app, request with { Dossier = request.Dossier! with { Title = "Refonte\r\nBcc: x@evil.example" } });

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain('\r', mail.Subject);
        Assert.Contains("Refonte Bcc", mail.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jeanne@martin.example\r\nBcc: x@evil.example", "Jeanne Martin")]
    [InlineData("jeanne@martin.example", "Jeanne\nMartin")]
    [InlineData("jeanne@martin.example", "Jeanne\u0000Martin")]
    [InlineData("jeanne@martin.example", "Jeanne\u2028Martin")]
    public async Task Line_break_in_an_address_or_a_name_is_refused(string address, string name)
    {
        await using var app = await TestApp.Start();
        var request = await SampleMailRequests.Create(app, MessageKind.RelaunchFirst, Language.French);
        var forged = request with { Dossier = request.Dossier! with { Email = address, Name = name } };

        await Assert.ThrowsAsync<ArgumentException>(async () => await Write(app, forged));
    }

    [Fact]
    public async Task Text_of_people_is_encoded_in_the_html_part()
    {
        await using var app = await TestApp.Start();
        var request = await SampleMailRequests.Create(app, MessageKind.MissingInformation, Language.French);

        var mail = await Write(app, request with { FreeText = "<script>alert(1)</script>", Dossier = request.Dossier! with { Title = "<img src=x>" } });

        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<script>alert(1)</script>", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_mail_without_a_recipient_and_the_manager_gets_mails_without_a_coordinator()
    {
        await using var app = await TestApp.Start();
        var erased = (await SampleMailRequests.Create(app, MessageKind.RelaunchFirst, Language.French)) with { Dossier = null };
        var approval = await SampleMailRequests.Create(app, MessageKind.ApprovalRequest, Language.French);
        var writer = app.Services.GetRequiredService<IMailWriter>();

        Assert.Null(await writer.Write(erased, TestContext.Current.CancellationToken));
        var orphan = approval with { Message = approval.Message with { Recipient = null }, ToStaff = null, InCharge = null };
        Assert.Equal(TestApp.Nadia.Id, (await Write(app, orphan)).To);
    }

    static async Task<OutgoingMail> Write(TestApp app, MailRequest request) =>
        await app.Services.GetRequiredService<IMailWriter>().Write(request, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException("There was an address.");
}
