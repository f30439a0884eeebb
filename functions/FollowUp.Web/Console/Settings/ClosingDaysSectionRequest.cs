using System.Collections.Immutable;
using FluentValidation;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Console.Settings;

/// <summary>The closing days, one a line: the date, then what the day is called.</summary>
sealed record ClosingDaysSectionRequest : ISettingsSection
{
    /// <summary>Years of bridges.</summary>
    const int MaxDays = 200;

    static readonly LocalDatePattern[] Patterns = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu")];

    public string? ClosingDays { get; init; }

    /// <summary>The days as the form has them.</summary>
    public static string Format(ImmutableArray<ClosingDay> days) => days.IsDefaultOrEmpty ? "" : string.Join(
        '\n', days.Select(day => $"{LocalDatePattern.Iso.Format(day.Date)} {day.Name}".TrimEnd()));

    public DepartmentSettings Apply(DepartmentSettings before, ISecretProtector secrets, Func<string, bool> isFixed) =>
        before with { ClosingDays = Parse().Days };

    /// <returns>The days in their order, each once, and the rule that the first wrong line breaks.</returns>
    internal (ImmutableArray<ClosingDay> Days, LocalizedText? Error) Parse()
    {
        var days = new SortedDictionary<LocalDate, ClosingDay>();
        var number = 0;
        foreach (var line in (ClosingDays ?? "").Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            var (text, name) = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (line[..space], line[(space + 1)..].Trim()) : (line, "");
            if (ParseDate(text) is not { } date)
            {
                return ([], new LocalizedText(
                    $"ne se lisent pas à la ligne {number} : elle commence par une date, comme 2027-05-07 ou 07/05/2027",
                    $"cannot be read in line {number}: it begins with a date, as 2027-05-07"));
            }

            if (name.Length > SettingRules.MaxLineLength)
            {
                return ([], new LocalizedText($"ont un nom trop long à la ligne {number}", $"have a name that is too long in line {number}"));
            }

            days[date] = new ClosingDay(date, name.Length == 0 ? null : name);
        }

        return days.Count > MaxDays
            ? ([], new LocalizedText($"sont {MaxDays} au plus", $"are {MaxDays} at most"))
            : ([.. days.Values], null);
    }

    static LocalDate? ParseDate(string text)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Parse(text) is { Success: true, Value: var date } && SupportedYears.Contains(date.Year))
            {
                return date;
            }
        }

        return null;
    }
}

sealed class ClosingDaysSectionValidator : RequestValidator<ClosingDaysSectionRequest>
{
    public ClosingDaysSectionValidator() => RuleFor(r => r.ClosingDays).OptionalMultiLine().Custom((_, context) =>
    {
        if (context.InstanceToValidate.Parse().Error is { } error)
        {
            context.AddFailure(FieldErrors.Create(nameof(ClosingDaysSectionRequest.ClosingDays), error));
        }
    });
}
