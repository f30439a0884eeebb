using System.Net;

namespace FollowUp.Pages.Tests.InboundMail.Corpus;

/// <summary>A mail as a program writes it.</summary>
/// <param name="Name">Program, language and place of the answer.</param>
/// <param name="Body">Headers of the content, a blank line and the content, with line feeds.</param>
/// <param name="Expected">The client's words.</param>
sealed record CorpusMail(string Name, string Body, string Expected);

/// <summary>How mail programs lay out an answer, each by the rule of the program. All names, addresses and words are invented.</summary>
static class MailPrograms
{
    const string Me = "jeanne@martin.example";

    public static IEnumerable<CorpusMail> All => CorpusLanguage.All.SelectMany(language => Mails(language));

    static IEnumerable<CorpusMail> Mails(CorpusLanguage l)
    {
        foreach (var (answer, n) in l.Answers.Select((a, i) => (a, i)))
        {
            CorpusMail Mail(string program, string body, string? expected = null) => new($"{program}, {l.Code}, answer {n + 1}", body, expected ?? answer);

            yield return Mail("Gmail, above", Plain($"{answer}\n\n{l.Attribution[0]}\n\n{Quote(l.Old)}\n"));
            yield return Mail("Gmail HTML, above", Html(
                $"<div dir=\"ltr\">{Divs(answer)}</div><br><div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">{Encode(l.Attribution[0])}<br></div>"
                + $"<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex\">{Divs(string.Join('\n', l.Old))}</blockquote></div>"));
            yield return Mail("Apple on a phone, above", Plain($"{answer}\n\n{l.Devices[0]}\n\n> {l.Attribution[1]}\n> \n{Quote(l.Old)}\n"));
            yield return Mail("Apple HTML, above", Html(
                $"<html><body style=\"overflow-wrap: break-word;\">{Divs(answer)}<div><br><blockquote type=\"cite\"><div>{Encode(l.Attribution[1])}</div><br class=\"Apple-interchange-newline\">{Divs(string.Join('\n', l.Old))}</blockquote></div><br></body></html>"));
            yield return Mail("Thunderbird, below", Plain($"{l.Attribution[2]}\n{Quote(l.Old)}\n\n{answer}\n\n-- \n{l.Name}\n+33 1 99 00 12 34\n"));
            yield return Mail("Outlook, above", Plain($"{answer}\n\n{Block(l.Labels, l)}\n\n{string.Join("\n\n", l.Old)}\n"));
            yield return Mail("Outlook HTML, above", Html(
                $"<div class=WordSection1>{string.Concat(answer.Split('\n').Select(line => line.Length == 0 ? "<p class=MsoNormal><o:p>&nbsp;</o:p></p>" : $"<p class=MsoNormal>{Encode(line)}<o:p></o:p></p>"))}"
                + $"<p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>{HtmlBlock(l.Labels, l)}</p></div></div>"
                + $"{string.Concat(l.Old.Select(line => $"<p class=MsoNormal>{Encode(line)}</p>"))}</div>"));
            yield return Mail("Outlook on a phone, above", Plain($"{answer}\n\n{l.Devices[2]}\n________________________________\n{Block(l.Labels, l)}\n\n{string.Join('\n', l.Old)}\n"));
            yield return Mail("Outlook on the web, above", Html(
                $"<div class=\"elementToProof\" style=\"font-family: Aptos\">{Divs(answer)}</div><div id=\"Signature\"><div>{Encode(l.Name)}</div></div><div id=\"appendonsend\"></div><hr style=\"display:inline-block;width:98%\">"
                + $"<div id=\"divRplyFwdMsg\" dir=\"ltr\"><font face=\"Calibri\">{HtmlBlock(l.Labels, l)}</font><div>&nbsp;</div></div><div>{Divs(string.Join('\n', l.Old))}</div>"));
            yield return Mail("Notes, above", Plain($"{answer}\n\n\n\n{string.Join('\n', Fields(l.ShortLabels, l).Select(f => $"{f.Label,-9}{f.Value}"))}\n\n\n\n{string.Join('\n', l.Old)}\n"));
            yield return Mail("Samsung, above", Plain($"{answer}\n\n\n{l.Devices[1]}\n\n\n-------- {l.Original} --------\n{Block(l.ShortLabels, l)}\n\n{string.Join('\n', l.Old)}\n"));
            yield return Mail("Yahoo, above", Plain($"{answer}\n\n    {l.Attribution[3]}\n \n {string.Join("\n \n ", l.Old)}\n"));
            yield return Mail("Yahoo HTML, above", Html(
                $"<div class=\"ydp1yahoo-style-wrap\"><div dir=\"ltr\">{Divs(answer)}</div><div><br></div></div><div id=\"yahoo_quoted_123\" class=\"yahoo_quoted\"><div><div>{Encode(l.Attribution[3])}</div><div><br></div>{Divs(string.Join('\n', l.Old))}</div></div>"));
            yield return Mail("Zimbra (Free, SFR), above", Plain($"{answer}\n\n{l.Name}\n\n----- {l.Original} -----\n{Block(l.Labels, l)}\n\n{string.Join('\n', l.Old)}\n", ""), $"{answer}\n\n{l.Name}");
            yield return Mail("Zimbra HTML, above", Html(
                $"<html><body><div style=\"font-family: arial\">{Divs(answer)}<div><br></div><hr id=\"zwchr\" data-marker=\"__DIVIDER__\"><div data-marker=\"__HEADERS__\">{HtmlBlock(l.Labels, l)}</div><div data-marker=\"__QUOTED_TEXT__\">{Divs(string.Join('\n', l.Old))}</div></div></body></html>"));
            yield return Mail("Orange, above", Plain(
                $"{answer}\n\n> Message du 30/11/26 09:00\n> De : \"Camille\" <{CorpusLanguage.Address}>\n> A : {Me}\n> Copie à : \n> Objet : Projet\n> \n{Quote(l.Old)}\n"));
            yield return Mail("SFR, above", Plain(
                $"{answer}\n\n========================================\n\nMessage du : 30/11/2026 09:00\nDe : \"Camille\" <{CorpusLanguage.Address}>\nA : {Me}\nCopie à : \nSujet : Projet\n\n{string.Join('\n', l.Old)}\n"));
        }

        var (first, second) = (l.Answers[0], l.Answers[2].Split('\n')[0].TrimEnd(':', ' ') + ".");
        CorpusMail Inside(string program, string body) => new($"{program}, {l.Code}, inside", body, $"{first}\n\n{second}");
        yield return Inside("Thunderbird", Plain($"{l.Attribution[2]}\n> {l.Old[0]}\n\n{first}\n\n> {l.Old[1]}\n\n{second}\n\n> {l.Old[2]}\n"));
        yield return new(
            $"Gmail HTML, {l.Code}, inside",
            Html($"<div dir=\"ltr\"><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">{Encode(l.Attribution[0])}<br></div><blockquote class=\"gmail_quote\" style=\"border-left:1px solid rgb(204,204,204)\"><div>{Encode(l.Old[0])}</div></blockquote>"
                + $"<div>{Encode(first)}</div><blockquote class=\"gmail_quote\" style=\"border-left:1px solid rgb(204,204,204)\"><div>{Encode(l.Old[1])}</div></blockquote><div>{Encode(second)}</div></div></div>"),
            $"{first}\n{second}");
        yield return new(
            $"GMX, {l.Code}, above",
            Plain($"{first}\n \nGesendet: Montag, 30. November 2026 um 09:00 Uhr\nVon: \"Camille\" <{CorpusLanguage.Address}>\nAn: {Me}\nBetreff: Projekt\n\n{string.Join('\n', l.Old)}\n"), first);
        yield return new(
            $"Proton, {l.Code}, above",
            Plain($"{first}\n\nEnvoyé avec la messagerie sécurisée Proton Mail.\n\n{l.Attribution[3]}\n\n{Quote(l.Old)}\n"), first);
        yield return new(
            $"Alternatives, {l.Code}, above",
            "Content-Type: multipart/alternative; boundary=\"b\"\n\n"
                + $"--b\n{Plain($"{first}\n\n{l.Attribution[0]}\n\n{Quote(l.Old)}\n")}\n--b\n{Html($"<p>{Encode(first)}</p><blockquote type=\"cite\"><p>{Encode(l.Old[1])}</p></blockquote>")}\n--b--\n",
            first);
        yield return new($"Signature above the answer, {l.Code}", Plain($"-- \n{l.Name}\n+33 1 99 00 12 34\n\n{first}\n"), first);
        yield return new($"Thunderbird flowed, {l.Code}, below", Plain($"{l.Attribution[2]}\n{Quote(l.Old)}\n\n{first} \n{second}\n", "; format=flowed"), $"{first} {second}");
        yield return new(
            $"Broken attribution, {l.Code}, above",
            Plain($"{first}\n\n{l.Attribution[0].Replace(" <", "\n<", StringComparison.Ordinal)}\n\n{Quote(l.Old)}\n"), first);
    }

    static string Plain(string text, string parameters = "") =>
        $"Content-Type: text/plain; charset=utf-8{parameters}\nContent-Transfer-Encoding: 8bit\n\n{text}";

    static string Html(string html) => $"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{html}\n";

    static string Quote(string[] lines) => string.Join('\n', lines.Select(line => $"> {line}"));

    static string Divs(string text) => string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "<div><br></div>" : $"<div>{Encode(line)}</div>"));

    static string Encode(string text) => WebUtility.HtmlEncode(text);

    static (string Label, string Value)[] Fields(string[] labels, CorpusLanguage l) =>
    [
        (labels[0], $"Camille · Suivi Projet <{CorpusLanguage.Address}>"), (labels[1], l.Sent), (labels[2], $"{l.Name} <{Me}>"), (labels[3], "Re: 2026"),
    ];

    static string Block(string[] labels, CorpusLanguage l) => string.Join('\n', Fields(labels, l).Select(f => $"{f.Label} {f.Value}"));

    static string HtmlBlock(string[] labels, CorpusLanguage l) =>
        string.Concat(Fields(labels, l).Select(f => $"<b>{Encode(f.Label)}</b> {Encode(f.Value)}<br>"));
}
