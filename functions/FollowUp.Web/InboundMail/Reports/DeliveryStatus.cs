using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Application.Delivery;
using FollowUp.Web.InboundMail.Messages;
using MimeKit;

namespace FollowUp.Web.InboundMail.Reports;

/// <summary>What a delivery status says of one recipient (RFC 3464, 2.3; addresses in any script by RFC 6533).</summary>
/// <param name="Addresses">The recipient's addresses: as it was written to, and where the mail was forwarded to. Empty when it is not named.</param>
/// <param name="HasFailed">Whether the mail failed for good.</param>
/// <param name="IsAddressRefused">Whether it failed because the address takes no mail.</param>
sealed partial record DeliveryStatus(ImmutableArray<string> Addresses, bool HasFailed, bool IsAddressRefused)
{
    const int MaxFields = 1_000;

    static readonly string[] RecipientFields = ["Final-Recipient", "Original-Recipient", "Action", "Status", "Diagnostic-Code"];

    public static IEnumerable<DeliveryStatus> Read(MessageDeliveryStatus part)
    {
        try
        {
            return [.. part.StatusGroups.Take(MaxFields).SelectMany(group => Split([.. group.Take(MaxFields)])).Select(Read)];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>
    /// The fields of each recipient. Some programs write the fields of the message, or of all recipients, in one group: a recipient begins with an
    /// address after another recipient's.
    /// </summary>
    static IEnumerable<List<Header>> Split(Header[] fields)
    {
        var current = new List<Header>();
        foreach (var field in fields)
        {
            var isFinal = Is(field, "Final-Recipient");
            if ((isFinal || Is(field, "Original-Recipient"))
                && current.Exists(f => Is(f, "Final-Recipient")) && current.Exists(f => Is(f, "Action") || Is(f, "Status")))
            {
                yield return current;
                current = [];
            }

            current.Add(field);
        }

        // The group of the message itself names no recipient and no outcome.
        if (current.Exists(field => Array.Exists(RecipientFields, name => Is(field, name))))
        {
            yield return current;
        }
    }

    static DeliveryStatus Read(List<Header> fields)
    {
        string? Value(string name) => fields.Find(f => Is(f, name))?.Value;
        var action = Value("Action")?.Trim().Split(';', '(', ' ')[0];
        // Cisco's gateways write the words of the other server into a field of their own.
        var (status, diagnostic) = (Value("Status"), Value("Diagnostic-Code") ?? Value("X-Supplementary-Info"));
        var code = AddressRefusal.FindCode(status) ?? AddressRefusal.FindCode(diagnostic);
        var hasFailed = string.Equals(action, "failed", StringComparison.OrdinalIgnoreCase)
            ? code is null || code[0] == '5'
            : string.IsNullOrEmpty(action) && code?[0] == '5';
        return new DeliveryStatus(
            [.. new[] { ReadAddress(Value("Final-Recipient")), ReadAddress(Value("Original-Recipient")) }.OfType<string>().Distinct()],
            hasFailed,
            hasFailed && AddressRefusal.IsPermanent(status, diagnostic));
    }

    /// <summary>Reads "rfc822; address" or "utf-8; address", where characters may be written as \x{E9}; null when there is no address.</summary>
    public static string? ReadAddress(string? field)
    {
        var text = (field ?? "").Split(';')[^1].Trim();
        var address = EscapedCharacter().Replace(text.Length > 1_000 ? "" : text, match =>
            int.TryParse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            && code is > 32 and < 0xD800 or > 0xDFFF and < 0x110000
                ? char.ConvertFromUtf32(code)
                : "");
        return MailboxAddress.TryParse(address, out var mailbox) ? InboundMessageReader.Normalize(mailbox) : null;
    }

    static bool Is(Header field, string name) => string.Equals(field.Field, name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\\x\{([0-9A-Fa-f]{2,6})\}", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedCharacter();
}
