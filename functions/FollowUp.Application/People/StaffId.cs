using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FollowUp.Application.People;

/// <summary>The id of a member of staff: the mail address in one form, whoever types it.</summary>
public static class StaffId
{
    static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The address in lower case, without white space around it, and with the domain as DNS has it (RFC 5891): <c>Zoé@Suivi.Example</c> and
    /// <c>zoé@suivi.example</c> are one person, <c>a@café.example</c> and <c>a@xn--caf-dma.example</c> too. A text that is no mail address is
    /// returned in lower case.
    /// </summary>
    [SuppressMessage("Globalization", "CA1308", Justification = "Mail addresses are stored in lower case.")]
    public static string Normalize(string address)
    {
        var lower = address.Trim().ToLowerInvariant();
        var at = lower.LastIndexOf('@');
        if (at < 0 || at == lower.Length - 1)
        {
            return lower;
        }

        try
        {
            return lower[..(at + 1)] + Idn.GetAscii(lower[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            return lower; // No domain can have this name.
        }
    }
}
