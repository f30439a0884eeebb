using System.Text;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>What is filed of a reply: its new words, in whatever way a mail program wrote and quoted them.</summary>
public sealed class ReplyContentTests
{
    static async Task<string> StoredReply(Func<string, byte[]> message)
    {
        await using var house = await TestApp.Start();
        await house.SubmitProject();
        (await house.Post(message(await house.ReplyAddress()))).HasResult("reply");
        return Assert.Single(await house.ReplyTexts());
    }

    static Task<string> StoredReplyToText(string text) => StoredReply(to => Encoding.UTF8.GetBytes(MailGateway.ComposeReply(to, text).ReplaceLineEndings("\r\n")));

    static Task<string> StoredReplyToPart(string headers, byte[] body) => StoredReply(to =>
    [
        .. Encoding.ASCII.GetBytes($"From: jeanne@martin.example\r\nTo: {to}\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n{headers}\r\n\r\n"), .. body,
    ]);

    public static TheoryData<string> Quotations => new()
    {
        "Oui, lundi.\n\nLe lun. 23 nov. 2026 à 09:00, Camille · Suivi Projet <suivi@followup.example> a écrit :\n\n> Bonjour\n> Où en êtes-vous ?",
        "Oui, lundi.\n\nLe lun. 23 nov. 2026 à 09:00, Camille Aubertin · Suivi Projet\n<suivi+abcdefghijklmnop@followup.example> a écrit :\n\n> Bonjour",
        "Oui, lundi.\n\nOn Mon, Nov 23, 2026 at 9:00 AM Suivi Projet <suivi@followup.example> wrote:\n> Hello",
        "Oui, lundi.\n\nLe 23/11/2026 à 09:00, Suivi Projet a écrit :\n\nBonjour, sans chevrons.",
        "> Le 23 nov. 2026 à 09:00, Suivi a écrit :\n> Où en êtes-vous ?\n\nOui, lundi.",
        "Le 23/11/2026 à 09:00, Suivi Projet a écrit :\n> Où en êtes-vous ?\nOui, lundi.\n> Merci",
        "Oui, lundi.\n\n-- \nJeanne Martin\nAtelier Martin",
        "Oui, lundi.\n\nEnvoyé de mon iPhone",
        "Oui, lundi.\n\nTélécharger Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\nDe : Suivi Projet <suivi@followup.example>\nEnvoyé : lundi 23 novembre 2026 09:00\nÀ : Jeanne\nObjet : Votre projet\n\nBonjour",
        "Oui, lundi.\n\nFrom: Suivi <suivi@followup.example>\nSent: Monday, November 23, 2026 9:00 AM\nTo: Jeanne\nSubject: Your project\n\nHello",
        "Oui, lundi.\n\n*De :* Suivi\n*Date :* lundi\n*Objet :* Votre projet\n\nBonjour",
        "Oui, lundi.\n\n-----Message d'origine-----\nBonjour",
        "Oui, lundi.\n\n---------- Forwarded message ---------\nBonjour",
        "Oui, lundi.\u0007\u0000\u202e\ufeff",
    };

    [Theory]
    [MemberData(nameof(Quotations))]
    public async Task Quoted_text_and_signatures_are_removed(string text) => Assert.Equal("Oui, lundi.", await StoredReplyToText(text));

    [Theory]
    [InlineData("Le 3 décembre me va.\nLe 4 aussi.")]
    [InlineData("De : mon point de vue, c’est oui.\nÀ bientôt")]
    [InlineData("مرحبا، نعم يوم الاثنين\nשלום 👩‍👩‍👧 é")]
    [InlineData("Prix < 3000 € & délai > 2 mois\n\nMerci")]
    public async Task Text_that_resembles_a_quotation_is_kept(string text) => Assert.Equal(text, await StoredReplyToText(text));

    [Fact]
    public async Task A_sentence_that_resembles_an_attribution_line_is_kept() =>
        Assert.Equal("Le 3 décembre me va.", await StoredReplyToText("Le 3 décembre me va.\nLe 23 nov. 2026 à 09:00, Suivi a écrit :\n> Bonjour"));

    [Fact]
    public async Task A_mail_without_new_text_is_a_reply() => Assert.Equal("(réponse sans texte)", await StoredReplyToText("> Bonjour"));

    [Fact]
    public async Task A_long_text_is_truncated()
    {
        var filed = await StoredReplyToText(string.Join('\n', Enumerable.Repeat("Une ligne de plus 👍", 1000)));
        Assert.InRange(filed.Length, 3900, 4010);
        Assert.EndsWith("[…]", filed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain; charset=iso-8859-1", "quoted-printable", "D=E9j=E0 d=E9cid=E9e =\r\n: oui")]
    [InlineData("text/plain; charset=utf-8", "quoted-printable", "D=C3=A9j=C3=A0 d=C3=A9cid=C3=A9e : oui")]
    [InlineData("text/plain; charset=utf-8", "base64", "RMOpasOgIGTDqWNpZMOpZSA6IG91aQ==")]
    [InlineData("text/html; charset=utf-8", "7bit", "<html><head><style>p{color:red}</style><title>x</title></head><body><p>D&eacute;j&agrave; d&#233;cid&#xe9;e : <b>oui</b></p><script>alert(1)</script><div class=\"gmail_quote\"><div>Le 23 nov. a &eacute;crit</div><blockquote>Bonjour</blockquote></div></body></html>")]
    [InlineData("text/html", "7bit", "<div>D&eacute;j&agrave; d&eacute;cid&eacute;e : oui</div><blockquote type=cite><div>Bonjour<blockquote type=cite>x</blockquote></div></blockquote>")]
    [InlineData("text/html", "7bit", "D&eacute;j&agrave; d&eacute;cid&eacute;e : oui<hr><div id=\"divRplyFwdMsg\">De : Suivi</div><div>Bonjour")]
    public async Task Every_encoding_is_read(string type, string encoding, string body) => Assert.Equal(
        "Déjà décidée : oui", await StoredReplyToPart($"Content-Type: {type}\r\nContent-Transfer-Encoding: {encoding}", Encoding.ASCII.GetBytes(body)));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("us-ascii")]
    [InlineData("x-unknown")]
    [InlineData("windows-1252")]
    public async Task A_wrong_charset_is_corrected(string charset) => Assert.Equal(
        "Déjà “oui”", await StoredReplyToPart($"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit", [0x44, 0xE9, 0x6A, 0xE0, 0x20, 0x93, 0x6F, 0x75, 0x69, 0x94]));

    [Fact]
    public async Task Attachments_are_counted_and_not_stored() => Assert.Equal("Voici.\n\n(2 pièces jointes)", await StoredReplyToPart(
        "Content-Type: multipart/mixed; boundary=b",
        Encoding.ASCII.GetBytes("--b\r\nContent-Type: text/plain\r\n\r\nVoici.\r\n--b\r\nContent-Type: application/pdf; name=devis.pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n"
            + "--b\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment; filename=plan.jpg\r\n\r\nx\r\n--b--\r\n")));

    [Fact]
    public async Task The_plain_part_is_preferred_to_the_HTML_part() => Assert.Equal("Simple.", await StoredReplyToPart(
        "Content-Type: multipart/alternative; boundary=b",
        Encoding.ASCII.GetBytes("--b\r\nContent-Type: text/plain\r\n\r\nSimple.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Riche.</p>\r\n--b--\r\n")));
}
