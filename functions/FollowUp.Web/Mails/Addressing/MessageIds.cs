using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Web.Mails.Addressing;

/// <summary>The Message-ID of a mail of the follow-up: it names the project, and a mail program repeats it in every answer.</summary>
public static partial class MessageIds
{
    /// <summary>The outbox message's id at the sender's domain: a repeat has the same, and mail programs show it once.</summary>
    public static string Format(string id, string domain)
    {
        var local = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            // What a Message-ID cannot hold is written as its code, so that two ids never become one.
            local.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c.ToString() : $"_{(int)c:x}_");
        }

        return $"{local.ToString().Trim('.').Replace("..", "._2e_", StringComparison.Ordinal)}@{domain}";
    }

    /// <summary>The project whose mail has this Message-ID; null when it is none of ours. Anybody can write one: it proves nothing.</summary>
    public static string? ParseProjectId(string messageId) => MessageIdPattern().Match(messageId) is { Success: true } match
        ? EscapePattern().Replace(match.Groups["id"].Value, code => ((char)int.Parse(
            code.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : null;

    /// <summary>As <c>P-1001.7.RelaunchFirst@domain</c>, with the insistence after it where there is one.</summary>
    [GeneratedRegex(@"^<?(?<id>[A-Za-z0-9._-]{1,400}?)\.[0-9]{1,18}\.[A-Z][A-Za-z]{1,40}(\.[A-Z][A-Za-z]{1,20})?@", RegexOptions.CultureInvariant)]
    private static partial Regex MessageIdPattern();

    [GeneratedRegex("_([0-9a-f]{1,4})_", RegexOptions.CultureInvariant)]
    private static partial Regex EscapePattern();
}
