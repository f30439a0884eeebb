using System.Text.RegularExpressions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>Takes what phones, web pages and mails put around a number away: labels, links, brackets, invisible characters, digits of other scripts.</summary>
static partial class PhoneText
{
    /// <summary>The digits of a number, after a plus sign when it is international.</summary>
    /// <returns>Null when the text is not one number and nothing else. An extension is something else.</returns>
    public static string? Clean(string typed)
    {
        if (typed.Any(c => TextCharacters.IsForbiddenInLine(c) || WellFormedText.IsNoncharacter(c)))
        {
            return null;
        }

        var text = Signs().Replace(Uri.UnescapeDataString(TextFold.Fold(typed)), " ");
        text = FrenchContext().Replace(text, "");
        text = Label().Replace(text, "");
        text = OptionalZero().Replace(text, "$1");
        return Number().IsMatch(text) ? string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '+')) : null;
    }

    /// <summary>What stands between digits, and symbols such as a telephone: all but letters, digits, plus signs and brackets.</summary>
    [GeneratedRegex(@"[^\p{L}\p{N}+()%;=:]+", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    /// <summary>The end of a link by RFC 3966 with a national number.</summary>
    [GeneratedRegex(@";phone context=\+33\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex FrenchContext();

    /// <summary>A label, after the equals sign with which spreadsheets keep a number as text: ="0612345678".</summary>
    [GeneratedRegex(@"^\s*=?\s*(?:(?:tel|callto|telephone|phone|portable|port|mobile|mob|fixe|gsm|cell|whatsapp|n|no|num|numero)\s*:?\s*){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    /// <summary>The zero of the national form in brackets after a country code: "+33 (0)1".</summary>
    [GeneratedRegex(@"^(\s*\(?\s*(?:\+|00)[\d ]{1,5}\)?\s*)\(\s*0\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex OptionalZero();

    [GeneratedRegex(@"^[ (]*\+?[ (]*[0-9](?:[ ()]*[0-9])+[ )]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
