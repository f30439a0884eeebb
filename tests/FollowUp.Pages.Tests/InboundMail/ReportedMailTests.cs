using System.Text;
using FollowUp.Web.InboundMail.Messages;
using FollowUp.Web.InboundMail.Senders;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>
/// Messages of kinds that public reports on help desks, mail parsers and bounce parsers name as misread. They are written anew, with invented persons.
/// </summary>
public sealed class ReportedMailTests
{
    const string Words = "Oui, lundi.";

    /// <summary>What hides the text of a message. Each message says "Oui, lundi." and nothing else.</summary>
    public static TheoryData<string, string> HiddenTexts => new()
    {
        { "a multipart without a part", "Content-Type: multipart/alternative; boundary=\"Apple-Mail=_1\"\n\nOui, lundi.\n" },
        { "a multipart without a boundary", "Content-Type: multipart/mixed\n\nOui, lundi.\n" },
        { "a multipart that is cut off", "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nOui, lundi.\n" },
        {
            "an inner boundary that begins like the outer one",
            "Content-Type: multipart/mixed; boundary=foo\n\n--foo\nContent-Type: multipart/alternative; boundary=foo_bar\n\n--foo_bar\nContent-Type: text/plain\n\nOui, lundi.\n--foo_bar--\n--foo--\n"
        },
        { "text after the last boundary", "Content-Type: multipart/mixed; boundary=b\n\n--b--\nOui, lundi.\n" },
        { "a type without its subtype", "Content-Type: text\n\nOui, lundi.\n" },
        { "no semicolon before the charset", "Content-Type: text/plain charset=utf-8\n\nOui, lundi.\n" },
        { "a quote that is not closed", "Content-Type: text/plain; charset=\"utf-8\n\nOui, lundi.\n" },
        { "an unknown transfer encoding", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: utf-8\n\nOui, lundi.\n" },
        { "two types", "Content-Type: text/plain; charset=utf-8\nContent-Type: text/plain; charset=iso-8859-1\n\nOui, lundi.\n" },
        { "markdown", "Content-Type: text/markdown; charset=utf-8\n\nOui, lundi.\n" },
        { "enriched text", "Content-Type: text/enriched; charset=utf-8\n\n<bold>Oui,</bold> lundi.\n" },
        { "a type that is no MIME type", "Content-Type: X-unknown\n\nOui, lundi.\n" },
        {
            "white space of a soft line break",
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nOui, = \t\nlundi.\n"
        },
        {
            "base64 with a line of the mail server below",
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nT3VpLCBsdW5kaS4=\n\n"
        },
        {
            "a calendar beside the text",
            "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nOui, lundi.\n--b\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--b--\n"
        },
        {
            "comments and styles of Word",
            "Content-Type: text/html; charset=utf-8\n\n<html><head><title>x</title></head><body><!--[if mso]><p>Bureau</p><![endif]--><style>p{color:red}</style><p class=MsoNormal>Oui, lundi.<o:p></o:p></p></body></html>\n"
        },
    };

    [Theory]
    [MemberData(nameof(HiddenTexts))]
    public void A_text_is_found_where_programs_hide_it(string kind, string message)
    {
        Assert.NotEmpty(kind);
        Assert.Equal(Words, Read(message).Content.Words);
    }

    /// <summary>What stands before the headers, and how lines end.</summary>
    [Theory]
    [InlineData("From jeanne@martin.example Mon Nov 23 08:30:00 2026\r\n", "\r\n")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\ufeff", "\r\n")]
    [InlineData("", "\n")]
    public void A_message_is_read_however_it_was_stored(string before, string lineEnd)
    {
        var raw = before + string.Join(lineEnd, "From: jeanne@martin.example", "To: suivi@followup.example", "Content-Type: text/plain; charset=utf-8", "", Words, "");
        Assert.Equal((Words, "jeanne@martin.example"), ReadRaw(Encoding.UTF8.GetBytes(raw)) is { } message ? (message.Content.Words, message.Sender) : default);
    }

    /// <summary>The text of an Outlook mail in rich text stands in winmail.dat (TNEF).</summary>
    [Fact]
    public void A_text_in_winmail_dat_is_read()
    {
        var message = Read(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Disposition: attachment; filename=winmail.dat\n"
            + $"Content-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Tnef.Write(Words))}\n--b--\n");
        Assert.Equal((Words, 0), (message.Content.Words, message.Content.Attachments));
    }

    [Fact]
    public void A_reaction_of_Gmail_is_its_emoji_and_no_attachment()
    {
        var message = Read(
            "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n👍\n\nJeanne Martin a réagi via Gmail\n"
            + "--b\nContent-Type: text/vnd.google.email-reaction+json; charset=utf-8\n\n{\"emoji\":\"👍\",\"version\":1}\n"
            + "--b\nContent-Type: text/html; charset=utf-8\n\n<p style=\"font-size:50px\">👍</p>\n--b--\n");
        Assert.StartsWith("👍", message.Content.Words, StringComparison.Ordinal);
        Assert.Equal(0, message.Content.Attachments);
    }

    /// <summary>The client declines our appointment in the calendar, without a word.</summary>
    [Fact]
    public void An_answer_of_a_calendar_says_what_was_answered()
    {
        var message = Read(
            "Subject: Refusé : Appel de Camille\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n"
            + "--b\nContent-Type: text/calendar; charset=utf-8; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:P-1.1@followup.example\nATTENDEE;PARTSTAT=DECLINED:mailto:jeanne@martin.example\nEND:VEVENT\nEND:VCALENDAR\n--b--\n");
        Assert.Equal("Refusé : Appel de Camille", message.Content.Words);
        Assert.Null(message.AutomaticSign);
    }

    public static TheoryData<string> Senders => new()
    {
        "Martin, Jeanne <jeanne@martin.example>",
        "=?iso-8859-1?Q?Mart=EDn=2C_Jeanne?= <jeanne@martin.example>",
        "\"Jeanne Martin\" <jeanne@martin.example >",
        "jeanne@martin.example (Jeanne Martin)",
        "jeanne@martin.example <jeanne@martin.example>",
        "Jeanne Martin<jeanne@martin.example>",
        "Jeanne Martin <jeanne@martin.example",
        "Jeanne @ Atelier Martin <jeanne@martin.example>",
        "Jeanne Martin <jeanne@martin.example>,",
        "\"'jeanne@martin.example'\" <JEANNE@Martin.EXAMPLE.>",
        "=?utf-8?B?SmVhbm5lIE3DqQ==?= =?utf-8?B?IE1hcnRpbg==?= <jeanne@martin.example>",
        "Jeanne (Atelier (Martin)) <jeanne@martin.example>",
        "Jeanne Martin via Groupe: <jeanne@martin.example>",
    };

    [Theory]
    [MemberData(nameof(Senders))]
    public void A_sender_is_known_in_whatever_way_the_From_is_written(string from) =>
        Assert.Equal("jeanne@martin.example", ReadRaw(Encoding.UTF8.GetBytes($"From: {from}\r\nContent-Type: text/plain\r\n\r\n{Words}\r\n"))!.Sender);

    [Theory]
    [InlineData("jeanne@martin.example, eve@elsewhere.example")]
    [InlineData("eve@elsewhere.example <jeanne@martin.example>, jeanne@martin.example <eve@elsewhere.example>")]
    [InlineData("\"jeanne@martin.example\" <eve@elsewhere.example>")]
    public void A_name_that_looks_like_an_address_is_not_the_sender(string from) =>
        Assert.NotEqual("jeanne@martin.example", ReadRaw(Encoding.UTF8.GetBytes($"From: {from}\r\nContent-Type: text/plain\r\n\r\n{Words}\r\n"))!.Sender);

    /// <summary>What mail programs leave around the words.</summary>
    public static TheoryData<string> Frames => new()
    {
        // Apple Mail marks the attribution too, and breaks a long address without a mark.
        "Oui, lundi.\n> On Nov 23, 2026, at 09:00, Suivi Projet <suivi@followup.example> wrote:\n>\n> Où en êtes-vous ?\n>\n> https://followup.example/l/abc\n",

        // Airmail.
        "Oui, lundi.\n\nOn 23 November 2026 at 09:00:00, Suivi Projet (suivi@followup.example) wrote:\n\n\n> Hello\n",

        // A signature right below the quotation.
        "Oui, lundi.\n\nOn Mon, Nov 23, 2026 at 9:00 AM <suivi@followup.example> wrote:\n\n> Hello\n>\n-- \nJeanne Martin\njeanne@martin.example",

        // Mail of Windows 10.
        "Oui, lundi.\n\nProvenance : Courrier pour Windows 10\n\nDe : Suivi Projet\nEnvoyé le :lundi 23 novembre 2026 09:00\nÀ : jeanne@martin.example\nObjet :Votre projet\n\nBonjour",
        "Oui, lundi.\n\nSent from Mail for Windows\n\nFrom: Suivi Projet\nSent: Monday, November 23, 2026 9:00 AM\nTo: jeanne@martin.example\nSubject: Your project\n\nHello",

        // Phones and web mails.
        "Oui, lundi.\n\nEnvoyé depuis Yahoo Mail sur Android\n\nLe lun., nov. 23, 2026 à 9:00, Suivi Projet<suivi@followup.example> a écrit : Bonjour\n",
        "Oui, lundi.\n\nSent from Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: Suivi <suivi@followup.example>\nSent: Monday, November 23, 2026 9:00:00 AM\nTo: Jeanne <jeanne@martin.example>\nSubject: x\n\nHello",
        "Oui, lundi.\n\nSent with Proton Mail secure email.\n\nOn Monday, November 23rd, 2026 at 9:00 AM, Suivi <suivi@followup.example> wrote:\n\n> Hello",
        "Oui, lundi.\n\n-------- Message d'origine --------\nDe : Suivi Projet <suivi@followup.example>\nDate : 23/11/2026 09:00 (GMT+01:00)\nÀ : jeanne@martin.example\nObjet : Votre projet\n\nBonjour",
        "Oui, lundi.\n\nW dniu 23.11.2026 o 09:00, Suivi Projet pisze:\n> Bonjour",
        "Oui, lundi.\n\nOp ma 23 nov 2026 om 09:00 schreef Suivi Projet <suivi@followup.example>:\n\n> Bonjour",
        "Oui, lundi.\n\nEm seg., 23 de nov. de 2026 às 09:00, Suivi Projet <suivi@followup.example> escreveu:\n\n> Bonjour",
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public void What_a_mail_program_adds_is_no_word_of_the_client(string text) =>
        Assert.Equal(Words, Read("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text).Content.Words);

    [Theory]
    [InlineData("Automatisch antwoord: uw project")]
    [InlineData("Odpowiedź automatyczna: projekt")]
    [InlineData("Autosvar: projekt")]
    [InlineData("Automatisk svar: projekt")]
    [InlineData("Automaattinen vastaus: projekti")]
    [InlineData("Automatická odpověď: projekt")]
    [InlineData("Automatikus válasz: projekt")]
    [InlineData("Otomatik yanıt: proje")]
    [InlineData("Автоматический ответ: проект")]
    [InlineData("Автовідповідь: проєкт")]
    [InlineData("Αυτόματη απάντηση: έργο")]
    [InlineData("Răspuns automat: proiect")]
    [InlineData("自动回复: 项目")]
    [InlineData("自動応答: 案件")]
    [InlineData("자동 회신: 프로젝트")]
    [InlineData("رد تلقائي: مشروع")]
    public void An_out_of_office_answer_is_one_in_any_language(string subject) => Assert.Equal(
        new AutomaticSign("subject", IsCertain: true), Read($"Subject: {subject}\nContent-Type: text/plain\n\nX\n").AutomaticSign);

    /// <summary>Subjects are decoded in every character set, as texts are.</summary>
    [Theory]
    [InlineData("=?windows-1252?B?Uulwb25zZSBhdXRvbWF0aXF1ZSCWIHByb2pldA==?=")]
    [InlineData("=?iso-8859-15?B?Uulwb25zZSBhdXRvbWF0aXF1ZSA6IDMgMDAwIKQ=?=")]
    [InlineData("=?windows-1250?B?T2Rwb3dpZWSfIGF1dG9tYXR5Y3puYQ==?=")]
    [InlineData("=?koi8-r?B?4dfUz83B1MnexdPLycogz9TXxdQ=?=")]
    [InlineData("=?gb2312?B?19S2r7vYuLQ=?=")]
    [InlineData("=?iso-2022-jp?B?GyRCPCtGMDF+RXobKEI=?=")]
    [InlineData("=?ks_c_5601-1987?B?wNq1vyDIuL3F?=")]
    public void A_subject_is_read_in_every_charset(string subject) => Assert.Equal(
        new AutomaticSign("subject", IsCertain: true), Read($"Subject: {subject}\nContent-Type: text/plain\n\nX\n").AutomaticSign);

    static InboundMessage Read(string rest) => ReadRaw(Encoding.UTF8.GetBytes(
        $"From: jeanne@martin.example\nTo: suivi@followup.example\nMessage-ID: <1@x>\nMIME-Version: 1.0\n{rest}".ReplaceLineEndings("\r\n")))!;

    static InboundMessage? ReadRaw(byte[] raw) => InboundMessageReader.Read(raw);
}
