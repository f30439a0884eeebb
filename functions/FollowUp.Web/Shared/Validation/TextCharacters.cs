using System.Globalization;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>The characters that a text from outside must not contain.</summary>
static class TextCharacters
{
    /// <summary>In any text: control characters other than line breaks and tabs, and noncharacters.</summary>
    public static bool IsForbidden(char c) => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || WellFormedText.IsNoncharacter(c);

    /// <summary>In a text of one line, such as a mail header: every control character and line break.</summary>
    public static bool IsForbiddenInLine(char c) => char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
