using System.Collections.Immutable;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Cadences;

/// <summary>Compares cadences field by field.</summary>
public static class CadenceComparison
{
    /// <summary>What the second cadence changes, in the order of the form; empty when they differ in the version only.</summary>
    public static ImmutableArray<CadenceDifference> Compare(Cadence before, Cadence after)
    {
        var differences = ImmutableArray.CreateBuilder<CadenceDifference>();
        foreach (var (name, title, get) in CadenceFields.Tables)
        {
            foreach (var field in CadenceFields.All)
            {
                Add($"{name}.{field.Path}", title, field.Label, language => (field.Format(get(before), language), field.Format(get(after), language)));
            }
        }

        Add(
            CadenceFields.ConsentMonths, CadenceFields.Tables[1].Title, CadenceFields.ConsentMonthsLabel,
            language => (CadenceText.Months(before.ConsentMonths, language), CadenceText.Months(after.ConsentMonths, language)));
        Add(
            CadenceFields.ConsumersNotRelaunched, CadenceFields.Tables[1].Title, CadenceFields.ConsumersNotRelaunchedLabel,
            language => (FormatCategories(before, language), FormatCategories(after, language)));
        return differences.ToImmutable();

        void Add(string path, LocalizedText table, LocalizedText label, Func<Language, (string Before, string After)> values)
        {
            var (french, english) = (values(Language.French), values(Language.English));
            if (french.Before == french.After) return;
            differences.Add(new CadenceDifference(path, new LocalizedText(
                $"{table.French}, {label.French} : {french.After}, au lieu de {french.Before}.",
                $"{table.English}, {label.English}: {english.After} in place of {english.Before}.")));
        }
    }

    static string FormatCategories(Cadence cadence, Language language) => cadence.ConsumersNotRelaunched.IsEmpty
        ? CadenceText.Say(language, "aucune", "none")
        : string.Join(", ", cadence.ConsumersNotRelaunched);
}
