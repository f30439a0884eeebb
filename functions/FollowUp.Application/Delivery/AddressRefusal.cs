using System.Text.RegularExpressions;

namespace FollowUp.Application.Delivery;

/// <summary>
/// Decides whether a failure says that an address takes no mail. One rule for all who report failures: the SMTP server, the mail service, and
/// returned mails. A policy, a full mailbox or a blocked sender says nothing of the address.
/// </summary>
/// <remarks>
/// The enhanced status codes are those of RFC 3463: 5.1.x is about the address, except 5.1.7 and 5.1.8, which are about the sender's, and
/// Microsoft's 5.1.20 and 5.1.90, which are about the sender too. Microsoft refuses unknown recipients with 5.4.1 "Recipient address rejected:
/// Access denied". Servers without such codes answer 550, 551 or 553 (RFC 5321).
/// </remarks>
public static partial class AddressRefusal
{
    /// <summary>The longest text in characters that is examined.</summary>
    const int MaxLength = 4_000;

    /// <param name="status">The status code that a report names, such as <c>5.1.1</c>; null without one.</param>
    /// <param name="diagnostic">What the server said, such as <c>550 5.1.1 user unknown</c>; null when it is not known.</param>
    /// <param name="toRecipient">Whether the server said it of the recipient, before it saw the mail. A report often does not tell.</param>
    public static bool IsPermanent(string? status, string? diagnostic, bool toRecipient = false)
    {
        var text = diagnostic is { Length: > MaxLength } ? diagnostic[..MaxLength] : diagnostic ?? "";
        var codes = new[] { FindCode(status), FindCode(text) }.OfType<string>().Where(code => !IsGeneral(code)).ToArray();
        if (codes.Length > 0)
        {
            // Where the report and the server disagree, nothing is certain.
            return codes.All(code => IsAboutAddress(code, text));
        }

        if (FindCode(status) is { } general && general[0] != '5')
        {
            return false;
        }

        return ReplyCode().Match(text) is { Success: true } reply
            ? reply.Value switch
            {
                "550" or "551" or "553" => toRecipient || NamesUnknownRecipient(text),

                // Yahoo answers 554 for an unknown user, and for a mailbox that its owner may enable again.
                "554" => NamesUnknownRecipient(text) && !text.Contains("disabled", StringComparison.OrdinalIgnoreCase),
                _ => false,
            }
            : NamesUnknownRecipient(text);
    }

    /// <summary>Whether a text holds a code of a server.</summary>
    public static bool HasCode(string text) => FindCode(text) is not null || ReplyCode().IsMatch(text);

    /// <summary>The first enhanced status code in a text that says more than its class, otherwise the first one; null without one.</summary>
    public static string? FindCode(string? text)
    {
        string? first = null;
        foreach (Match match in EnhancedCode().Matches(text is { Length: > MaxLength } ? text[..MaxLength] : text ?? ""))
        {
            if (!IsGeneral(match.Value))
            {
                return match.Value;
            }

            first ??= match.Value;
        }

        return first;
    }

    /// <summary>Whether a code names its class alone, such as 5.0.0.</summary>
    static bool IsGeneral(string code) => code.EndsWith(".0.0", StringComparison.Ordinal);

    static bool IsAboutAddress(string code, string text) =>
        (code.StartsWith("5.1.", StringComparison.Ordinal) && code is not ("5.1.7" or "5.1.8" or "5.1.20" or "5.1.90"))
        || (code == "5.4.1" && text.Contains("recipient address rejected", StringComparison.OrdinalIgnoreCase));

    static bool NamesUnknownRecipient(string text) => UnknownRecipient().IsMatch(text) && !OtherReason().IsMatch(text);

    [GeneratedRegex(@"(?<![0-9.])[245]\.[0-9]{1,3}\.[0-9]{1,3}(?!\.?[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedCode();

    [GeneratedRegex(@"(?<![0-9.])[45][0-9]{2}(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyCode();

    [GeneratedRegex(
        @"user unknown|unknown (user|recipient|mailbox|address|local)|no such (user|recipient|mailbox|address|person|account)"
        + @"|does ?n[o']t exist|unrouteable address"
        + @"|not exist|invalid (recipient|mailbox|address|user)|(recipient|mailbox|user|address|account) (is |was )?(not found|unknown"
        + @"|unavailable|invalid|inactive|disabled)"
        + @"|(user|recipient) does ?n[o']t have an? .{1,100} account|not listed in"
        + @"|no mailbox (here )?by that name|not a valid (mailbox|user|recipient)|n'existe pas|inconnue?\b|unbekannt|no existe|inesistente"
        + @"|non-existent hosts",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnknownRecipient();

    [GeneratedRegex(
        @"spam|block|blacklist|black list|polic|reputation|relay|quota|\bfull\b|greylist|try again|temporar|timeout|timed out|dmarc|\bspf\b"
        + @"|content|size|sender",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherReason();
}
