using FollowUp.Domain.Projects.NextActions;

namespace FollowUp.Domain.Text;

/// <summary>The article of the law that moved a date or closed a way to the client; <c>docs/law.md</c> has the sources.</summary>
public static class ReasonArticle
{
    const int LegalCalls = 4;
    const int LegalDays = 30;

    static readonly LocalizedText Cap = new("Code de la consommation, article D223-9, alinéa 3", "Code de la consommation, article D223-9, paragraph 3");
    static readonly LocalizedText Hours = new("Code de la consommation, article D223-9, alinéa 1", "Code de la consommation, article D223-9, paragraph 1");
    static readonly LocalizedText Objection = new("RGPD, article 21", "GDPR, article 21");
    static readonly LocalizedText Category = new(
        "Code de la consommation, article L223-1, alinéa 5 ; loi 2025-594, article 13", "Code de la consommation, article L223-1, paragraph 5; loi 2025-594, article 13");

    /// <summary>The article behind a reason; null where no law but the cadence decides, as for a cap that a department set for companies.</summary>
    public static LocalizedText? FindArticle(this Reason why) => why switch
    {
        { Code: ReasonCode.CategoryNotRelaunched } => Category,
        { Code: ReasonCode.LeftAloneElsewhere } => Objection,
        { Cap: { Calls: <= LegalCalls, Days: >= LegalDays } } or { Quiet: true } or { Code: ReasonCode.QuietPeriod } => Cap,
        { TimeZone: not null } => Hours,
        _ => null,
    };
}
