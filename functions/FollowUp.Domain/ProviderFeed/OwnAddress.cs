using System.Text.RegularExpressions;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>The client's own mail address, found in a text by its words, whatever is written for @ and the dots.</summary>
sealed class OwnAddress
{
    const int MinDistinctLength = 5;

    /// <summary>Signs, and the words that stand for them.</summary>
    const string Sign = @"(?:[^\p{L}\p{N}]{0,3}(?:point|dot|tiret|underscore|moins)[^\p{L}\p{N}]{1,3}|[^\p{L}\p{N}]{0,3})";
    const string At = @"(?:[^\p{L}\p{N}]{0,3}(?:a|at|arr?obas[ea]?|chez)[^\p{L}\p{N}]{1,3}|[^\p{L}\p{N}]{1,3})";

    static readonly string[] Roles = ["contact", "info", "infos", "mail", "email", "accueil", "bureau", "commercial", "admin", "bonjour", "hello", "sales", "office", "direction", "compta"];

    readonly IReadOnlyList<Regex> patterns;

    OwnAddress(IReadOnlyList<Regex> patterns) => this.patterns = patterns;

    public static OwnAddress? CreateOrNull(string? address)
    {
        var at = address?.LastIndexOf('@') ?? -1;
        if (at <= 0)
        {
            return null;
        }

        // People write the domain in either form: "château.example" and "xn--chteau-xta.example".
        var local = Words(address![..at]);
        var domains = new[] { MailAddress.Normalize(address), MailAddress.ToUnicode(address) }.Select(form => Words(form[(form.LastIndexOf('@') + 1)..])).Distinct();
        return local.Length == 0
            ? null
            : new OwnAddress(
            [
                .. domains.Where(domain => domain.Length > 0).Select(domain => WholeWords($"{local}{At}{domain}")),
                .. TextFold.FoldToWord(address[..at]) is { Length: >= MinDistinctLength } word && !Roles.Contains(word) ? [WholeWords(local)] : Array.Empty<Regex>(),
            ]);
    }

    public IEnumerable<FoldedRange> Find(string folded) =>
        patterns.SelectMany(pattern => pattern.Matches(folded)).Select(match => new FoldedRange(match.Index, match.Length));

    /// <summary>The words of a text with anything between them, as a pattern.</summary>
    static string Words(string text) => string.Join(
        Sign, Regex.Split(TextFold.Fold(text), @"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant).Where(word => word.Length > 0).Select(Regex.Escape));

    static Regex WholeWords(string pattern) => new($@"(?<![\p{{L}}\p{{N}}]){pattern}(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant);
}
