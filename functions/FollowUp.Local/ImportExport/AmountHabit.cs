using System.Globalization;
using System.Text.RegularExpressions;

namespace FollowUp.Local.ImportExport;

/// <summary>
/// How a file writes amounts: with a decimal comma or point, and what separates thousands. It is learned from the amounts of the whole file that
/// can be read in one way only: 1500,50 and 1.234.567 can, 1.500 cannot.
/// </summary>
sealed partial class AmountHabit
{
    readonly HashSet<char> decimalSeparators = [];
    readonly HashSet<char> groupSeparators = [];

    /// <param name="cells">All amounts of the file.</param>
    /// <param name="isExport">Whether this program wrote the file: with decimal points and without separators of thousands.</param>
    public AmountHabit(IEnumerable<string> cells, bool isExport)
    {
        foreach (var readings in cells.Select(GetReadings).Where(readings => readings.Count == 1))
        {
            if (readings[0].Decimal is { } decimalSeparator)
            {
                decimalSeparators.Add(decimalSeparator);
            }

            if (readings[0].Group is { } group)
            {
                groupSeparators.Add(group);
            }
        }

        if (isExport && decimalSeparators.Count == 0 && groupSeparators.Count == 0)
        {
            decimalSeparators.Add('.');
            IsExact = true;
        }
    }

    /// <summary>Whether a point before three digits is a decimal point.</summary>
    bool IsExact { get; }

    /// <returns>The amount; null with an error when the cell is no amount or can be read in two ways.</returns>
    public (decimal? Amount, string? Error) Read(string cell)
    {
        var readings = GetReadings(cell);
        if (readings.Count > 1)
        {
            readings = [.. readings.Where(IsLikely)];
        }

        return readings.Count == 1 ? (readings[0].Amount, null)
            : IsAmount().IsMatch(cell.Trim()) ? (null, $"'{cell}' can be read in two ways, and no other amount of the file tells which; write it with two decimals or without separators")
            : (null, $"'{cell}' is not an amount, as 1500 or 1500.50");
    }

    /// <summary>Whether the rest of the file writes amounts so.</summary>
    bool IsLikely(Reading reading) => reading switch
    {
        { Decimal: { } point } => IsExact && point == '.',
        { Group: { } group } => !decimalSeparators.Contains(group) && (groupSeparators.Contains(group) || decimalSeparators.Count > 0),
        _ => true,
    };

    /// <summary>The ways in which a cell can be read.</summary>
    static List<Reading> GetReadings(string cell)
    {
        var readings = new List<Reading>();
        foreach (var match in new[] { Grouped().Match(cell.Trim()), Plain().Match(cell.Trim()) }.Where(match => match.Success))
        {
            var digits = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
            var fraction = match.Groups["fraction"].Value;
            if (decimal.TryParse(
                $"{(match.Groups["minus"].Success ? "-" : "")}{digits}.{fraction}0", NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var amount))
            {
                readings.Add(new Reading(amount, FirstOrNull(match.Groups["group"]), FirstOrNull(match.Groups["point"])));
            }
        }

        return readings;
    }

    static char? FirstOrNull(Group group) => group.Success ? group.Value[0] : null;

    /// <param name="Group">What separates thousands; null when nothing does.</param>
    /// <param name="Decimal">What separates decimals; null when there are none.</param>
    readonly record struct Reading(decimal Amount, char? Group, char? Decimal);

    /// <summary>Thousands in groups of three digits. A first group is no zero.</summary>
    [GeneratedRegex(
        @"^(?<minus>[-−])?(?<whole>[1-9][0-9]{0,2}(?<group>[ \u00a0\u2009\u202f'’.,])[0-9]{3}(?:\k<group>[0-9]{3})*)(?:(?<point>(?!\k<group>)[.,])(?<fraction>[0-9]+))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(?<minus>[-−])?(?<whole>[0-9]+)(?:(?<point>[.,])(?<fraction>[0-9]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[-−]?[0-9][0-9 \u00a0\u2009\u202f'’.,]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsAmount();
}
