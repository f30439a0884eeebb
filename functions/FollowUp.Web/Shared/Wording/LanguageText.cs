using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Wording;

/// <summary>The names of the languages.</summary>
public static class LanguageText
{
    public static LocalizedText Name(Language language) => language == Language.French ? new("français", "French") : new("anglais", "English");
}
