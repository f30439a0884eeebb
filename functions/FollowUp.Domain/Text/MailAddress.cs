using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Text;

/// <summary>
/// Compares mail addresses in one form: lower case, the domain in ASCII (RFC 5891). People, programs and servers write an internationalised
/// domain in either form: <c>jeanne@château.example</c> is <c>jeanne@xn--chteau-xta.example</c>.
/// </summary>
public static class MailAddress
{
    /// <summary>The longest address in characters that is converted: 64, an @ and 255 (RFC 5321), in any script.</summary>
    const int MaxLength = 320;

    static readonly IdnMapping Idn = new();

    /// <summary>
    /// The form for comparison. A text that is no address is trimmed and in lower case; nothing is thrown. Applied to its own result it changes
    /// nothing.
    /// </summary>
    public static string Normalize(string address) => Convert(address, Idn.GetAscii);

    /// <summary>The form that people read and type: lower case, the domain in its own script.</summary>
    public static string ToUnicode(string address) => Convert(Normalize(address), Idn.GetUnicode);

    /// <summary>Whether both are the same address. A missing address is the same as none.</summary>
    public static bool AreSame(string? one, string? other) => one is not null && other is not null
        && (string.Equals(one, other, StringComparison.Ordinal) || string.Equals(Normalize(one), Normalize(other), StringComparison.Ordinal));

    static string Convert(string address, Func<string, string> convertDomain)
    {
        var text = address.Trim().ToWellFormed();
        if (text.Length > MaxLength)
        {
            return text.ToLowerInvariant();
        }

        text = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var at = text.LastIndexOf('@');
        var domain = text[(at + 1)..].TrimEnd('.');
        if (at <= 0 || domain.Length == 0)
        {
            return text;
        }

        try
        {
            return $"{text[..at]}@{convertDomain(domain).ToLowerInvariant()}";
        }
        catch (ArgumentException)
        {
            // The domain cannot exist, such as one with an empty label.
            return text;
        }
    }
}
