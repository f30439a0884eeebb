using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Wording;

/// <summary>What a client is asked for when information is missing: the evidence of seriousness that is not established yet.</summary>
static class MissingFactsText
{
    static readonly (Evidence Fact, LocalizedText Name)[] Facts =
    [
        (Evidence.NeedDescribed, new("votre besoin en quelques mots", "what you need, in a few words")),
        (Evidence.Budget, new("votre budget", "your budget")),
        (Evidence.Date, new("la date souhaitée", "the date you have in mind")),
        (Evidence.DecisionMaker, new("qui décide", "who decides")),
    ];

    /// <summary>"votre budget, la date souhaitée et qui décide"; null when every fact is established.</summary>
    public static string? Describe(Evidence established, Language language)
    {
        var missing = Facts.Where(f => !established.HasFlag(f.Fact)).Select(f => f.Name.In(language)).ToArray();
        return missing switch
        {
            [] => null,
            [var only] => only,
            [.. var first, var last] => string.Join(", ", first) + language.Pick($" et {last}", $" and {last}"),
        };
    }
}
