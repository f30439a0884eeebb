using System.Text;
using FollowUp.Domain.Text;
using FollowUp.Web.InboundMail.Messages;

namespace FollowUp.Pages.Tests.InboundMail;

/// <summary>What is filed of a reply: its new words, in whatever way a mail program wrote and quoted them.</summary>
public sealed class ReplyContentTests
{
    static string ReadText(string text) => Read("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));

    static string ReadHtml(string html) => Read("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit", Encoding.UTF8.GetBytes(html));

    /// <summary>What is stored of a message with these headers and this body.</summary>
    static string Read(string headers, byte[] body) => InboundMessageReader.Read((byte[])
    [
        .. Encoding.ASCII.GetBytes($"From: jeanne@martin.example\r\nTo: suivi@followup.example\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n{headers}\r\n\r\n"), .. body,
    ])!.Content.Format(Language.French);

    static string ReadParts(string type, string parts) =>
        Read($"Content-Type: {type}; boundary=b", Encoding.UTF8.GetBytes(parts.ReplaceLineEndings("\r\n")));

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

    /// <summary>Shapes from public reports on other programs that read replies, with invented words.</summary>
    public static TheoryData<string> ReportedQuotations => new()
    {
        // A language whose labels are not known.
        "Oui, lundi.\n\nFra: Suivi Projet <suivi@followup.example>\nSendt: 23. november 2026 09:00\nTil: Jeanne <jeanne@martin.example>\nEmne: Projekt\n\nHej",

        // The verb alone on its line.
        "Oui, lundi.\n\nOn Mon, Nov 23, 2026 at 9:00 AM Suivi Projet <suivi@followup.example>\nwrote:\n\n> Hello",
        "Oui, lundi.\n\nAm Mo., 23. Nov. 2026 um 09:00 Uhr hat Suivi Projet <suivi@followup.example>\ngeschrieben:\n\n> Hallo",

        // A header without marks above marked lines, some of them indented.
        "Oui, lundi.\n\n----------- Original Message -----------\nFrom: \"Suivi\"\nDate: Monday, November 23rd 2026 at 9:00 am\nSubject: Projet\nTo: \"Jeanne\"\n\n> Hello\n >\n > Monday\n> Suivi",

        // Another attribution inside the quotation.
        "Oui, lundi.\n\nOn Mon, Nov 23, 2026 at 9:00 AM\nSuivi Projet <suivi@followup.example> wrote:\n\n> Merci\n> On Sun, Nov 22, 2026 at 8:00 AM\n> Jeanne <jeanne@martin.example> wrote:\n>> Bonjour",
    };

    [Theory]
    [MemberData(nameof(ReportedQuotations))]
    public void Reported_shapes_of_quotations_are_removed(string text) => Assert.Equal("Oui, lundi.", ReadText(text));

    [Theory]
    [InlineData("Bonjour,\n\n-Ceci est un essai")]
    [InlineData("On verra.\nOn me dit lundi, 9:00, et je réponds oui.")]
    [InlineData("Voici ce que dit le devis :\n\nmoins cher que prévu.")]
    public void Reported_false_quotations_are_kept(string text) => Assert.Equal(text, ReadText(text));

    [Fact]
    public void A_mail_that_is_a_picture_alone_has_one_attachment() => Assert.Equal("(1 pièce jointe)", Read(
        "Content-Type: image/png; name=\"Plan.png\"\r\nContent-Disposition: inline; filename=\"Plan.png\"\r\nContent-Transfer-Encoding: base64", "iVBORw0KGgo="u8.ToArray()));

    [Theory]
    [MemberData(nameof(Quotations))]
    public void Quoted_text_and_signatures_are_removed(string text) => Assert.Equal("Oui, lundi.", ReadText(text));

    [Theory]
    [InlineData("Le 3 décembre me va.\nLe 4 aussi.")]
    [InlineData("De : mon point de vue, c’est oui.\nÀ bientôt")]
    [InlineData("مرحبا، نعم يوم الاثنين\nשלום 👩‍👩‍👧 é")]
    [InlineData("Prix < 3000 € & délai > 2 mois\n\nMerci")]
    public void Text_that_resembles_a_quotation_is_kept(string text) => Assert.Equal(text, ReadText(text));

    [Fact]
    public void A_sentence_that_resembles_an_attribution_line_is_kept() =>
        Assert.Equal("Le 3 décembre me va.", ReadText("Le 3 décembre me va.\nLe 23 nov. 2026 à 09:00, Suivi a écrit :\n> Bonjour"));

    [Fact]
    public void A_mail_of_which_nothing_is_new_is_kept_whole() => Assert.Equal("> Bonjour", ReadText("> Bonjour"));

    [Fact]
    public void A_mail_without_text_says_so() => Assert.Equal("(réponse sans texte)", ReadText(" \n\u00a0\n"));

    [Fact]
    public void A_long_text_is_truncated()
    {
        var filed = ReadText(string.Join('\n', Enumerable.Repeat("Une ligne de plus 👍", 1000)));
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
    public void Every_encoding_is_read(string type, string encoding, string body) => Assert.Equal(
        "Déjà décidée : oui", Read($"Content-Type: {type}\r\nContent-Transfer-Encoding: {encoding}", Encoding.ASCII.GetBytes(body)));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("us-ascii")]
    [InlineData("x-unknown")]
    [InlineData("windows-1252")]
    public void A_wrong_charset_is_corrected(string charset) => Assert.Equal(
        "Déjà “oui”", Read($"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit", [0x44, 0xE9, 0x6A, 0xE0, 0x20, 0x93, 0x6F, 0x75, 0x69, 0x94]));

    [Fact]
    public void Attachments_are_counted_and_not_stored() => Assert.Equal("Voici.\n\n(2 pièces jointes)", Read(
        "Content-Type: multipart/mixed; boundary=b",
        Encoding.ASCII.GetBytes("--b\r\nContent-Type: text/plain\r\n\r\nVoici.\r\n--b\r\nContent-Type: application/pdf; name=devis.pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n"
            + "--b\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment; filename=plan.jpg\r\n\r\nx\r\n--b--\r\n")));

    [Fact]
    public void The_plain_part_is_preferred_to_the_HTML_part() => Assert.Equal("Simple.", Read(
        "Content-Type: multipart/alternative; boundary=b",
        Encoding.ASCII.GetBytes("--b\r\nContent-Type: text/plain\r\n\r\nSimple.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Riche.</p>\r\n--b--\r\n")));

    [Theory]
    [InlineData("De : 9h00\nÀ : 11h30\nDate : mardi 8 décembre\n\nSinon jeudi.")]
    [InlineData("De : Lyon\nÀ : Paris\nDate : 12/12/2026\nObjet : déménagement de l’atelier\n\nMerci.")]
    [InlineData("Nom : Martin\nMail : jeanne@martin.example\nTél : 06 99 00 00 00\nDate : 12/12/2026 à 10:00")]
    [InlineData("Envoyé depuis trois semaines, toujours aucune réponse.")]
    [InlineData("Envoyé depuis mon bureau hier, j’attends.")]
    [InlineData("Le 12/11 le prestataire a écrit :\n« devis 4 500 € », j’abandonne.")]
    [InlineData("Le 12 novembre 2026 à 14h30, le prestataire m’a écrit :\n\ntrop cher pour lui. J’abandonne.")]
    [InlineData("--- Mes questions ---\n\nQui vient lundi ?")]
    [InlineData("1 - le toit\n-----\n2 - la façade")]
    public void Sentences_in_the_shape_of_a_mail_program_are_kept(string text) => Assert.Equal(text.Replace("\n\n\n", "\n\n"), ReadText(text));

    [Theory]
    [InlineData("-- \nJeanne Martin\n06 99 00 00 00\n\nOui, lundi.")]
    [InlineData("Oui, lundi.\n\n-- \nJeanne Martin\n\nwww.martin.example\n\nCe message et ses pièces jointes sont confidentiels.")]
    [InlineData("Oui, lundi.\n--\nJeanne")]
    public void A_signature_ends_where_text_follows(string text) => Assert.Equal("Oui, lundi.", ReadText(text));

    [Fact]
    public void Answers_inside_an_unmarked_mail_are_kept_where_they_are_announced() => Assert.Contains(
        "Oui pour le budget.",
        ReadText("Mes réponses en rouge.\n\nDe : Suivi <suivi@followup.example>\nEnvoyé : lundi 30 novembre 2026 09:00\nÀ : Jeanne\nObjet : x\n\nQuel budget ?\nOui pour le budget."),
        StringComparison.Ordinal);

    [Fact]
    public void An_unmarked_mail_below_a_greeting_is_kept_with_the_answer_under_it() => Assert.Contains(
        "Oui, lundi.",
        ReadText("Bonjour Camille,\n\nDe : Suivi <suivi@followup.example>\nEnvoyé : lundi 30 novembre 2026 09:00\nÀ : Jeanne\nObjet : x\n\nQuel jour ?\n\nOui, lundi."),
        StringComparison.Ordinal);

    [Fact]
    public void Text_after_a_picture_is_read() => Assert.Equal("La façade :\n\nMais je renonce.\n\n(1 pièce jointe)", ReadParts(
        "multipart/mixed",
        "--b\nContent-Type: text/plain\n\nLa façade :\n--b\nContent-Type: image/jpeg; name=a.jpeg\nContent-Disposition: inline; filename=a.jpeg\n\nx\n--b\nContent-Type: text/plain\n\nMais je renonce.\n--b--\n"));

    [Theory]
    [InlineData("<p>Voilà <img src=\"cid:logo@x\"></p>", "Voilà")]
    [InlineData("<p>Voilà <img src='cid:other@x'></p>", "Voilà\n\n(1 pièce jointe)")]
    public void A_picture_counts_unless_the_HTML_shows_it(string html, string read) => Assert.Equal(read, ReadParts(
        "multipart/related",
        $"--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b\nContent-Type: image/png; name=logo.png\nContent-Disposition: inline; filename=logo.png\nContent-Id: <logo@x>\n\nx\n--b--\n"));

    [Fact]
    public void A_cryptographic_signature_is_no_attachment() => Assert.Equal("Oui.", ReadParts(
        "multipart/signed; protocol=\"application/pkcs7-signature\"",
        "--b\nContent-Type: text/plain\n\nOui.\n--b\nContent-Type: application/pkcs7-signature; name=smime.p7s\nContent-Disposition: attachment; filename=smime.p7s\n\nx\n--b--\n"));

    [Fact]
    public void A_placeholder_for_HTML_is_not_the_text() => Assert.Equal("Oui, lundi.", ReadParts(
        "multipart/alternative",
        "--b\nContent-Type: text/plain\n\nVotre messagerie ne sait pas afficher ce message HTML.\n--b\nContent-Type: text/html\n\n<p>Oui, lundi.</p>\n--b--\n"));

    [Theory]
    [InlineData("<table><tr><td>Lundi</td><td>10h</td></tr><tr><td>Mardi</td><td>14h</td></tr></table>", "Lundi 10h\nMardi 14h")]
    [InlineData("<table><tr><td><p>Lundi</p></td><td><p>10h</p></td></tr><tr><th>Mardi</th><th>14h</th></tr></table>Merci", "Lundi 10h\nMardi 14h\nMerci")]
    [InlineData("<table><tr><td><p>Bonjour,</p><p>oui.</p></td></tr></table>", "Bonjour,\noui.")]
    [InlineData("<pre>Oui,\nlundi.\n&gt; Bonjour</pre>", "Oui,\nlundi.")]
    [InlineData("<div>Oui <img alt='👍' src='x'><img alt='logo de la société' src='y'></div>", "Oui 👍")]
    [InlineData("<blockquote style='margin:0 0 0 40px;border:none;padding:0px'>Mon texte en retrait</blockquote>", "Mon texte en retrait")]
    [InlineData("<div style='display: none'>caché</div>Oui", "Oui")]
    [InlineData("<div class=gmail_signature>Jeanne</div><div>Oui, sous ma signature.</div>", "Oui, sous ma signature.")]
    [InlineData("<div id='divRplyFwdMsg'><b>De :</b> Suivi<br><b>Objet :</b> x</div><div>ancien</div><div>Oui lundi.</div>", "De : Suivi\nObjet : x\nancien\nOui lundi.")]
    public void HTML_is_laid_out_as_people_see_it(string html, string read) => Assert.Equal(read, ReadHtml(html));

    [Theory]
    [InlineData("iso-8859-15", "QnVkZ2V0IDMgMDAwIKQsIGO9dXI=", "Budget 3 000 €, cœur")]
    [InlineData("windows-1250", "r/Oz5iwgMyAwMDAggA==", "Żółć, 3 000 €")]
    [InlineData("cp1250", "r/Oz5iwgMyAwMDAggA==", "Żółć, 3 000 €")]
    [InlineData("iso-8859-1", "ROlq4CA6IDMgMDAwIIAsIGySYXBwZWwgbWUgdmGF", "Déjà : 3 000 €, l’appel me va…")]
    [InlineData("gb2312", "0MfG2tK7v8nS1A==", "星期一可以")]
    [InlineData("big5", "rFC0waRApWmlSA==", "星期一可以")]
    [InlineData("koi8-r", "5MEsINcg0M/OxcTFzNjOycs=", "Да, в понедельник")]
    [InlineData("iso-2022-jp", "GyRCN25NS0Z8GyhC", "月曜日")]
    [InlineData("iso-8859-1", "RMOpasOgIDog4oKs", "Déjà : €")]
    [InlineData("windows-1252", "RMOpasOg", "Déjà")]
    [InlineData("x-unknown", "ROlq4A==", "Déjà")]
    [InlineData("utf-16", "RMOpasOg", "Déjà")]
    [InlineData("utf-16le", "RADpAGoA4AA=", "Déjà")]
    [InlineData("iso8859-1", "ROlq4A==", "Déjà")]
    [InlineData("utf-7", "T3VpLg==", "Oui.")]
    [InlineData("ks_c_5601-1987", "v/m/5MDPIMHBvsa/5A==", "월요일 좋아요")]
    [InlineData("ms949", "v/m/5MDPIMHBvsa/5A==", "월요일 좋아요")]
    [InlineData("iso-8859-8-i", "6+8g4enl7SD58Ok=", "כן ביום שני")]
    public void Every_charset_is_read(string charset, string body, string read) => Assert.Equal(
        read, Read($"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64", Encoding.ASCII.GetBytes(body)));

    [Fact]
    public void The_charset_of_the_HTML_itself_is_read() => Assert.Equal(
        "3 000 €", Read("Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit", [.. "<meta charset=\"iso-8859-15\"><p>3 000 "u8, 0xA4]));
}
