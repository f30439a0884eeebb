using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Wording;

/// <summary>Small changes to the shape of a text.</summary>
static class TextShape
{
    /// <summary>The text with its first letter as a capital.</summary>
    public static string Capitalize(this string text, Language language) =>
        text.Length == 0 ? text : char.ToUpper(text[0], language.ToCulture()) + text[1..];

    /// <summary>The text on one line: every run of white space becomes one space.</summary>
    public static string ToOneLine(this string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text on one line, cut to <paramref name="length"/> characters with "…" after them. A surrogate pair is not split.</summary>
    public static string Shorten(this string text, int length)
    {
        var line = text.ToOneLine();
        return line.Length <= length
            ? line
            : $"{line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)].TrimEnd()}…";
    }

    /// <summary>The first of the names of somebody.</summary>
    public static string GetFirstName(string name) => name.Split(' ')[0];
}
