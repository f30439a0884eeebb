using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Application.Delivery;

/// <summary>The Message-ID header of the follow-up's mails. It contains the project's id, and mail programs repeat it in replies.</summary>
public static partial class MessageIds
{
    /// <summary>Formats an outbox message's id as the Message-ID. A repeat has the same Message-ID, so mail programs show it once.</summary>
    /// <param name="id">The outbox message's id.</param>
    /// <param name="domain">The domain of the sender's address.</param>
    /// <param name="proof">An unguessable text that proves the mail to be ours where it comes back; null without one.</param>
    public static string Format(string id, string domain, string? proof = null) =>
        $"{FormatLocalPart(id)}{(proof is null ? "" : "." + proof)}@{domain}";

    /// <summary>The part of a Message-ID that stands for the outbox message.</summary>
    public static string FormatLocalPart(string id)
    {
        var local = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            // A character that a Message-ID cannot contain is written as its code, so that two ids never become one.
            local.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c.ToString() : $"_{(int)c:x}_");
        }

        return local.ToString().Trim('.').Replace("..", "._2e_", StringComparison.Ordinal);
    }

    /// <summary>Splits a Message-ID into the part that stands for the outbox message and its proof; null without a proof.</summary>
    public static (string LocalPart, string Proof)? ParseProof(string messageId) => ProofPattern().Match(messageId) is { Success: true } match
        ? (match.Groups["local"].Value, match.Groups["proof"].Value)
        : null;

    /// <summary>The id of the project whose mail has this Message-ID; null when the follow-up did not make it.</summary>
    /// <remarks>Anyone can write a Message-ID, so a match proves nothing about who wrote the mail.</remarks>
    public static string? ParseProjectId(string messageId) => MessageIdPattern().Match(messageId) is { Success: true } match
        ? EscapePattern().Replace(match.Groups["id"].Value, code => ((char)int.Parse(
            code.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : null;

    /// <summary>Matches <c>P-1001.7.RelaunchFirst@domain</c>, with an insistence after the kind and a proof where the message has them.</summary>
    [GeneratedRegex(@"^<?(?<id>[A-Za-z0-9._-]{1,400}?)\.[0-9]{1,18}\.[A-Z][A-Za-z]{1,40}(\.[A-Z][A-Za-z]{1,20})?"
        + @"(\.[a-z2-7]{16})?@", RegexOptions.CultureInvariant)]
    private static partial Regex MessageIdPattern();

    [GeneratedRegex(@"^<?(?<local>[A-Za-z0-9._-]{1,500})\.(?<proof>[a-z2-7]{16})@", RegexOptions.CultureInvariant)]
    private static partial Regex ProofPattern();

    [GeneratedRegex("_([0-9a-f]{1,4})_", RegexOptions.CultureInvariant)]
    private static partial Regex EscapePattern();
}
