using System.Net;
using System.Text.RegularExpressions;

namespace FollowUp.Pages.Tests.Mails;

/// <summary>The visible text of a mail's two parts, for comparing them.</summary>
static partial class MailParts
{
    /// <summary>The texts of the HTML part in order, without the preview text.</summary>
    public static IEnumerable<string> Shown(string html) =>
        Tags().Split(Hidden().Replace(html, "")).Select(WebUtility.HtmlDecode).Select(p => Folded(p!)).Where(p => !string.IsNullOrWhiteSpace(p));

    /// <summary>The link targets of the HTML part.</summary>
    public static IEnumerable<string> Addresses(string html) => Href().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

    /// <summary>The paragraphs and list items of the text part, each on one line, without addresses and the colons before them.</summary>
    public static IEnumerable<string> Paragraphs(string text) => Blank()
        .Split(ColonBeforeAddress().Replace(text, "").Replace("\n-- \n", "\n\n", StringComparison.Ordinal))
        .Select(p => Folded(string.Join(' ', p.Split('\n').Where(l => !l.StartsWith("http", StringComparison.Ordinal)).Select(Unquoted))))
        .Where(p => p.Length > 0);

    /// <summary>One space for every run of ordinary spaces and line breaks; spaces that do not break stay.</summary>
    public static string Folded(string text) => string.Join(' ', text.Split((char[]?)[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    static string Unquoted(string line) => line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line;

    [GeneratedRegex("<head>.*?</head>|<div style=\"display:none.*?</div>", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();

    [GeneratedRegex(@"\u00a0?:(?=\nhttp)")]
    private static partial Regex ColonBeforeAddress();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Blank();
}
