using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FollowUp.Domain.Text;
using MimeKit;

namespace FollowUp.Web.InboundMail.Messages;

/// <summary>
/// Reads the authors of a message, also where a program did not quote a name: "Martin, Jeanne &lt;jeanne@…&gt;" is one author, since a name without an @ is no address.
/// </summary>
static partial class FromHeader
{
    const int MaxMailboxes = 10;
    const int MaxLength = 2_000;

    /// <summary>The addresses in the form for comparison, each once.</summary>
    /// <param name="from">The header as it was parsed.</param>
    /// <param name="text">The header as it stands in the message.</param>
    public static ImmutableArray<string> FindAddresses(InternetAddressList from, string text)
    {
        var parsed = from.Mailboxes.Take(MaxMailboxes).ToArray();
        ImmutableArray<string> addresses = [.. parsed.Select(InboundMessageReader.Normalize).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (addresses.Length == 1 && Domain().IsMatch(addresses[0]))
        {
            return addresses;
        }

        // A name with an @ in it, or a bracket that is not closed, is parsed as no address or as several.
        var unquoted = Quoted().Replace(text.Length > MaxLength ? text[..MaxLength] : text, " ");
        ImmutableArray<string> written =
            [.. Address().Matches(unquoted).Take(MaxMailboxes).Select(match => MailAddress.Normalize(match.Value)).Distinct(StringComparer.Ordinal)];
        return written.Length == 1 ? written : addresses.Length > 1 ? addresses : written;
    }

    [GeneratedRegex(@"@[^@\s]+\.[^@\s]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[^\s<>(),;:@""\[\]]{1,64}@[^\s<>(),;:@""\[\]]{1,255}", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
