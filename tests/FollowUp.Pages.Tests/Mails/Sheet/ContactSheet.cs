using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Pages.Tests.Mails.Sheet;

/// <summary>All mails on one HTML page: one row per mail, French beside English, each in a wide and a narrow frame.</summary>
sealed partial class ContactSheet(ImmutableArray<SentMail> french, ImmutableArray<SentMail> english, bool dark = false)
{
    public const int Wide = 600;
    public const int Narrow = 390;
    const int Gap = 24;

    public static int Width => (2 * (Wide + Narrow)) + (5 * Gap);

    public string Html()
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Mails</title>").Append(Style());
        foreach (var (fr, en) in french.Zip(english))
        {
            html.Append("<section><h2>").Append(Encoded(Words(fr.Name))).Append("</h2><div>");
            Add(html, fr);
            Add(html, en);
            html.Append("</div></section>");
        }

        return html.Append(Measure).ToString();
    }

    /// <summary>Reads what the page's script measured.</summary>
    /// <returns>The page's height, and the mails that are wider than their window.</returns>
    public static (int Height, IReadOnlyList<string> TooWide) Measured(string dom) => (
        int.Parse(Height().Match(dom).Groups[1].Value, CultureInfo.InvariantCulture),
        [.. TooWide().Matches(dom).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))]);

    static void Add(StringBuilder html, SentMail mail)
    {
        foreach (var width in new[] { Wide, Narrow })
        {
            html.Append(CultureInfo.InvariantCulture, $"<article style=\"width:{width}px\"><p><b>{Encoded(mail.Mail.FromName)}</b><br>")
                .Append(Encoded(mail.Mail.Subject)).Append("</p>")
                .Append(CultureInfo.InvariantCulture, $"<iframe width=\"{width}\" title=\"{Encoded(mail.Name)} {width}: {Encoded(mail.Mail.Subject)}\" srcdoc=\"")
                .Append(Encoded(mail.Mail.Html)).Append("\"></iframe></article>");
        }
    }

    /// <summary>"Tried to reach you" for TriedToReachYou.</summary>
    static string Words(string name)
    {
        var words = Capitals().Replace(name, " $1").Trim().ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..].Replace('-', ' ');
    }

    static string Encoded(string text) => WebUtility.HtmlEncode(text);

    string Style() => $$"""
        <style>
            body { margin: 0; padding: 0 {{Gap}}px {{Gap}}px; background: {{(dark ? "#000" : "#fff")}}; color: {{(dark ? "#ddd" : "#111")}}; font: 17px/1.4 sans-serif; }
            h2 { font-size: 24px; margin: {{Gap}}px 0 8px; }
            section > div { display: flex; gap: {{Gap}}px; align-items: flex-start; }
            p { margin: 0 0 8px; min-height: 72px; }
            iframe { border: 1px solid #8888; display: block; margin: -1px; }
        </style>
        """;

    const string Measure = """
        <script>
            addEventListener('load', () => {
                for (const frame of document.querySelectorAll('iframe')) {
                    const page = frame.contentDocument.documentElement;
                    frame.style.height = (page.offsetHeight + 2) + 'px';
                    if (page.scrollWidth > frame.width) frame.dataset.wide = frame.title;
                }
                document.body.dataset.height = document.documentElement.scrollHeight;
            });
        </script></html>
        """;

    [GeneratedRegex(" ?([A-Z])")]
    private static partial Regex Capitals();

    [GeneratedRegex("data-height=\"([0-9]+)\"")]
    private static partial Regex Height();

    [GeneratedRegex("data-wide=\"([^\"]*)\"")]
    private static partial Regex TooWide();
}
