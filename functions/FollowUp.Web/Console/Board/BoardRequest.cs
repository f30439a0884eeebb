using FollowUp.Application.Board;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Web.Console.Board;

/// <summary>Reads what is asked for from the query of an address.</summary>
static class BoardRequest
{
    const int DefaultDays = 28;

    static readonly LocalizedText FromMustBeDay = new(
        "Le premier jour n’est pas une date : voici les quatre dernières semaines.", "The first day is no date: these are the last four weeks.");

    static readonly LocalizedText ToMustFollow = new(
        $"Le dernier jour doit être une date, au plus tôt le premier jour, et {BoardPeriod.MaxDays} jours après lui au plus : voici les quatre dernières semaines.",
        $"The last day must be a date, not before the first day and at most {BoardPeriod.MaxDays} days after it: these are the last four weeks.");

    /// <summary>Why the page does not show what the address names; null when it does.</summary>
    public static LocalizedText? FindError(IQueryCollection query, LocalDate today) => ReadPeriod(query["from"], query["to"], today).Field switch
    {
        null => null,
        "from" => FromMustBeDay,
        _ => ToMustFollow,
    };

    /// <summary>The period; the last four weeks when the address names none, or none that is one.</summary>
    public static BoardPeriod ReadPeriod(IQueryCollection query, LocalDate today) =>
        ReadPeriod(query["from"], query["to"], today) is { Field: null, Period: var period } ? period : GetDefault(today);

    /// <summary>The period, or the field that is wrong.</summary>
    /// <param name="from">The first day; null or empty for the default.</param>
    /// <param name="to">The last day; null or empty for today.</param>
    public static (BoardPeriod Period, string? Field) ReadPeriod(string? from, string? to, LocalDate today)
    {
        var (last, isLastValid) = ReadDay(to, today);
        var (first, isFirstValid) = ReadDay(from, last.PlusDays(1 - DefaultDays));
        var period = new BoardPeriod(first, last);
        return !isFirstValid ? (period, "from") : !isLastValid || last < first || period.Days > BoardPeriod.MaxDays ? (period, "to") : (period, null);
    }

    public static BoardPeriod GetDefault(LocalDate today) => new(today.PlusDays(1 - DefaultDays), today);

    static (LocalDate Day, bool IsValid) ReadDay(string? text, LocalDate missing) =>
        string.IsNullOrEmpty(text) ? (missing, true)
        : FormMessages.DayPattern.Parse(text) is { Success: true, Value: { Year: > 1970 and < 9000 } day } ? (day, true) : (missing, false);
}
