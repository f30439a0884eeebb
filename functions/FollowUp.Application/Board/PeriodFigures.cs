using System.Collections.Immutable;

namespace FollowUp.Application.Board;

/// <summary>The figures of a period. What was taken back does not count.</summary>
/// <param name="Submitted">Projects that were posted.</param>
/// <param name="FirstCalls">The working time until the first call.</param>
/// <param name="Attempts">Clients reached in phone validation, by the number of the attempt; from 1, without gaps.</param>
/// <param name="Validation">How phone validation ended.</param>
/// <param name="Won">Projects that were won.</param>
/// <param name="WonWithAmount">Those of them whose amount is known.</param>
/// <param name="WonAmount">The sum of the known amounts, in euros.</param>
/// <param name="Dead">Projects that died, by reason in kebab-case.</param>
/// <param name="Relaunches">By step and channel.</param>
/// <param name="MailsRefused">Clients whose mails are refused, by cause.</param>
/// <param name="Calls">Outbound calls by the staff member who called and the hour.</param>
/// <param name="Overdue">Calls that became overdue, by the staff member in charge.</param>
/// <param name="Days">By day, without gaps.</param>
public sealed record PeriodFigures(
    int Submitted,
    FirstCallFigures FirstCalls,
    ImmutableArray<int> Attempts,
    ValidationFigures Validation,
    int Won,
    int WonWithAmount,
    decimal WonAmount,
    ImmutableSortedDictionary<string, int> Dead,
    ImmutableArray<RelaunchFigures> Relaunches,
    ImmutableSortedDictionary<string, int> MailsRefused,
    ImmutableArray<CallFigures> Calls,
    ImmutableSortedDictionary<string, int> Overdue,
    ImmutableArray<DayFigures> Days);
