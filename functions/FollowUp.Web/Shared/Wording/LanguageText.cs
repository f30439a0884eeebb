using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Wording;

/// <summary>The names and codes of the languages.</summary>
public static class LanguageText
{
    /// <summary>The code of a language in HTML, in files and on the command line (BCP 47).</summary>
    public static string Code(Language language) => language == Language.English ? "en" : "fr";

    public static LocalizedText Name(Language language) => language == Language.French ? new("français", "French") : new("anglais", "English");
}
