using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.WeeklyReports;

/// <summary>The figures of a week and of the one before it. No personal data of clients.</summary>
/// <param name="Week">The week.</param>
/// <param name="Before">The week before it.</param>
/// <param name="Coordinators">Figures by coordinator, ordered by name.</param>
public sealed record WeeklyReport(WeekFigures Week, WeekFigures Before, ImmutableArray<CoordinatorFigures> Coordinators);

/// <summary>The figures of seven days from a Monday on, in the time of Paris.</summary>
/// <param name="Monday">The first day.</param>
/// <param name="Submitted">Projects that were submitted. It is stored as <c>cameIn</c>.</param>
/// <param name="Validated">Projects that were validated.</param>
/// <param name="Won">Projects that were closed as won.</param>
/// <param name="WonAmount">The sum of their known amounts, in euros.</param>
/// <param name="Dead">Projects that were closed as dead, by reason.</param>
/// <param name="RelaunchMails">Relaunch mails and quarterly mails.</param>
/// <param name="Calls">Calls that the department made, answered or not. A call about several projects of a person counts once; calls of clients do not count.</param>
/// <param name="OverdueCalls">Calls that became overdue.</param>
/// <param name="FirstCall">The median of the working time from submission to the first call of the department; null without a first call.</param>
public sealed record WeekFigures(
    LocalDate Monday,
    [property: JsonPropertyName("cameIn")] int Submitted,
    int Validated,
    int Won,
    decimal WonAmount,
    ImmutableSortedDictionary<DeathReason, int> Dead,
    int RelaunchMails,
    int Calls,
    int OverdueCalls,
    Duration? FirstCall);

/// <summary>The figures of a coordinator.</summary>
/// <param name="Name">The name.</param>
/// <param name="Open">Open projects now.</param>
/// <param name="Capacity">How many open projects the coordinator can follow.</param>
/// <param name="Overdue">Calls that are overdue now.</param>
/// <param name="WentOverdue">Calls that became overdue in the week.</param>
/// <param name="WentOverdueBefore">Calls that became overdue in the week before.</param>
public sealed record CoordinatorFigures(string Name, int Open, int Capacity, int Overdue, int WentOverdue, int WentOverdueBefore);
