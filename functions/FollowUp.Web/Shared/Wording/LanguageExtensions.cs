using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Wording;

/// <summary>Picks one of two texts by language.</summary>
static class LanguageExtensions
{
    /// <summary>The text in this language, with French spacing in French.</summary>
    public static string Pick(this Language language, string french, string english) => new LocalizedText(french, english).In(language);
}
