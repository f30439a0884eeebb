using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>Days in Paris.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; not before the first.</param>
public readonly record struct BoardPeriod(LocalDate From, LocalDate To)
{
    /// <summary>The longest period, in days.</summary>
    public const int MaxDays = 366;

    /// <summary>The number of days.</summary>
    public int Days => Period.DaysBetween(From, To) + 1;

    /// <summary>The period of the same length that ends on the day before.</summary>
    public BoardPeriod Before => new(From.PlusDays(-Days), From.PlusDays(-1));

    /// <summary>Whether a day belongs to it.</summary>
    public bool Includes(LocalDate day) => From <= day && day <= To;
}
