using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.WeeklyReports;

/// <summary>A week of the department and the one before it: counts, no personal data.</summary>
public sealed record WeeklyReport(WeekFigures Week, WeekFigures Before, ImmutableArray<CoordinatorFigures> Coordinators);

/// <param name="Monday">The first of its seven days.</param>
/// <param name="WonAmount">In euros, of those of which it is known.</param>
/// <param name="RelaunchMails">Relaunches and quarterly mails.</param>
/// <param name="Calls">Calls made, whoever answered.</param>
/// <param name="OverdueCalls">Calls that fell due and that nobody made in time.</param>
/// <param name="FirstCall">The median of the working time from submission to the first call; null without a first call.</param>
public sealed record WeekFigures(
    LocalDate Monday,
    int CameIn,
    int Validated,
    int Won,
    decimal WonAmount,
    ImmutableSortedDictionary<DeathReason, int> Dead,
    int RelaunchMails,
    int Calls,
    int OverdueCalls,
    Duration? FirstCall);

/// <param name="Open">Open projects now.</param>
/// <param name="Overdue">Calls of theirs that are overdue now.</param>
/// <param name="WentOverdue">Calls that fell overdue within the week.</param>
/// <param name="WentOverdueBefore">The same of the week before.</param>
public sealed record CoordinatorFigures(string Name, int Open, int Capacity, int Overdue, int WentOverdue, int WentOverdueBefore);
