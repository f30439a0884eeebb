using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Application.Board;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console.Board;

// Rows and cells: counts with their links, comparisons with the period before, rates.
sealed partial class BoardTables
{
    /// <summary>Below it, a rate says little.</summary>
    const int FewCases = 30;

    IEnumerable<BoardTableRow> CompareCodes(
        ImmutableSortedDictionary<string, int> counts, ImmutableSortedDictionary<string, int> countsBefore, BoardFactFilter filter) =>
        counts.Keys.Union(countsBefore.Keys).OrderByDescending(code => counts.GetValueOrDefault(code)).ThenBy(code => code, StringComparer.Ordinal).Select(code => Compare(
            Say(BoardText.Code(code)).Capitalize(language), counts.GetValueOrDefault(code), countsBefore.GetValueOrDefault(code), filter with { Code = code }));

    BoardTableRow Compare(string name, int count, int countBefore, BoardFactFilter filter) =>
        new(name, [Linked(count, filter), Linked(countBefore, filter with { From = report.Period.Before.From, To = report.Period.Before.To })], count, countBefore);

    BoardFactFilter Filter(BoardFactKind kind) => new(kind, report.Period.From, report.Period.To);

    BoardTableCell Linked(int count, BoardFactFilter filter) => count == 0
        ? new(Number(count))
        : filter.Coordinator is { } id
            ? new(Number(count), visit.FindStaff(id) is { } coordinator ? BoardAddress.List(filter, coordinator.Key()) : null)
            : new(Number(count), BoardAddress.List(filter));

    string? Day(StaffFigures staff, string section) =>
        staff.Id is { } id && visit.FindStaff(id) is { } coordinator ? $"{ConsoleAddresses.Day}?staff={coordinator.Key()}&section={section}" : null;

    string? Key(string id) => visit.FindStaff(id)?.Key();

    ImmutableArray<string> CompareColumns(string name) => [name, Say("Période", "Period"), Say("Avant", "Before")];

    /// <summary>What is counted, out of how many, and that few cases say little.</summary>
    string Population(int cases, string french, string english) =>
        Say($"{french} : {Number(cases)} cas.", $"{english}: {Number(cases)} {(cases == 1 ? "case" : "cases")}.")
        + (cases < FewCases ? Say(" Moins de trente cas, trop peu pour un taux sûr.", " Under thirty cases, too few for a sure rate.") : "");

    /// <summary>"62 % (31 sur 50)"; the spaces before the sign and in the count do not break.</summary>
    string Rate(int part, int whole) => whole == 0
        ? "–"
        : Say($"{Share(part, whole)} ({Number(part)} sur {Number(whole)})", $"{Share(part, whole)} ({Number(part)} of {Number(whole)})");

    string Share(int part, int whole) => whole == 0 ? "–" : Say($"{100.0 * part / whole:0}\u00a0%", $"{100.0 * part / whole:0}%");

    static string Minutes(long? minutes) => minutes switch
    {
        null => "–",
        < 60 => $"{minutes}\u00a0min",
        _ => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}\u00a0h\u00a0{minutes % 60:00}"),
    };

    string Number(int count) => count.ToString("N0", language.ToCulture());

    string Say(string french, string english) => language.Pick(french, english);

    string Say(LocalizedText text) => text.In(language);
}
