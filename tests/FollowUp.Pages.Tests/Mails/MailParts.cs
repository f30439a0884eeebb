using System.Net;
using System.Text.RegularExpressions;

namespace FollowUp.Pages.Tests.Mails;

/// <summary>The two parts of a mail as a person reads them, so that one can be looked for in the other.</summary>
static partial class MailParts
{
    /// <summary>What the HTML part shows, piece by piece; what only the list of a mail program shows is left out.</summary>
    public static IEnumerable<string> Shown(string html) =>
        Tags().Split(Hidden().Replace(html, "")).Select(WebUtility.HtmlDecode).Select(p => Folded(p!)).Where(p => !string.IsNullOrWhiteSpace(p));

    /// <summary>Every address that the HTML part leads to.</summary>
    public static IEnumerable<string> Addresses(string html) => Href().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));

    /// <summary>The paragraphs and list lines of the text part, unfolded.</summary>
    public static IEnumerable<string> Paragraphs(string text) => Blank().Split(text.Replace("\n-- \n", "\n\n", StringComparison.Ordinal))
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

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Blank();
}
