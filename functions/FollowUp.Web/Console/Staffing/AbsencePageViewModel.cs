using System.Collections.Immutable;
using FollowUp.Application.Absences;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.FormInput;
using NodaTime;

namespace FollowUp.Web.Console.Staffing;

/// <summary>The page of absences: a month as a calendar, what moves, and the forms.</summary>
public sealed record AbsencePageViewModel(ConsoleVisit Visit)
{
    /// <summary>The first day of the month that is shown.</summary>
    public required LocalDate Month { get; init; }

    /// <summary>Those who follow projects up, in the order of their names.</summary>
    public required ImmutableArray<Staff> People { get; init; }

    /// <summary>Open projects by staff id.</summary>
    public required ImmutableDictionary<string, Workload> Workloads { get; init; }

    /// <summary>Absences of today and later, the first first.</summary>
    public required ImmutableArray<AbsenceRow> Absences { get; init; }

    /// <summary>Colleagues who could stand in for the staff member of the form, the best first.</summary>
    public required ImmutableArray<Staff> Proposals { get; init; }

    /// <summary>The staff member and the days that the stand-ins are proposed for; null before they are entered.</summary>
    public (Staff Staff, LocalDate From, LocalDate To)? ProposedFor { get; init; }

    /// <summary>The others who could, but are away for some of the time.</summary>
    public required ImmutableArray<Staff> Others { get; init; }

    /// <summary>The address of a calendar that was made just now; null otherwise.</summary>
    public Uri? NewCalendar { get; init; }

    public string? Done { get; init; }

    public FormEcho Echo { get; init; } = FormEcho.Empty;

    /// <summary>The days of the month.</summary>
    public IEnumerable<LocalDate> Days => Enumerable.Range(0, Month.Calendar.GetDaysInMonth(Month.Year, Month.Month)).Select(Month.PlusDays);

    public int CountProjects(string staffId) => Workloads.GetValueOrDefault(staffId)?.OpenProjects ?? 0;

    /// <summary>Whether the visitor may change the absences of a staff member.</summary>
    public bool MayChange(Staff staff) => Visit.IsManager || staff.Id == Visit.Staff.Id;
}

/// <summary>An absence and what it moves.</summary>
/// <param name="Spans">Who follows the projects on which days.</param>
/// <param name="Projects">How many open projects the absent staff member has.</param>
/// <param name="Undecided">How many of them nobody follows during the absence, as of now.</param>
public sealed record AbsenceRow(Staff Staff, Absence Absence, ImmutableArray<AbsenceSpan> Spans, int Projects, int Undecided);
