using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Projects;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Absences;

/// <summary>What the absence of a coordinator requires on a day. It changes nothing.</summary>
public sealed class AbsencePlan(Staff coordinator, ImmutableArray<Staff> staff, LocalDate today)
{
    /// <summary>The <see cref="State"/> of a coordinator who is present. It is stored.</summary>
    public const string Present = "";

    readonly Absence? absence = coordinator.AbsenceOn(today);

    /// <summary>The coordinator.</summary>
    public Staff Coordinator => coordinator;

    /// <summary>Who stands in today; null when the coordinator is present, and when no stand-in of the chain is (<see cref="StandInFinder"/>).</summary>
    public Staff? StandIn { get; } = coordinator.IsPresent(today) ? null : StandInFinder.Find(coordinator, staff, today);

    /// <summary>The first day of the absence; null when the coordinator is present.</summary>
    public LocalDate? FirstDay => absence?.From;

    /// <summary>The last day of the absence; null when the coordinator is present.</summary>
    public LocalDate? LastDay => absence?.To;

    /// <summary>
    /// The state to compare with the stored one: <see cref="Present"/>, or the first day of the absence and the stand-in, so that an absence that
    /// follows another one is a new state. It is stored, so its form stays as it is.
    /// </summary>
    public string State => absence is null ? Present : $"{LocalDatePattern.Iso.Format(absence.From)} {StandIn?.Id ?? "nobody"}";

    /// <summary>What is required of a project of the coordinator.</summary>
    public AbsenceStep GetStep(Project project)
    {
        if (absence is null)
        {
            // A closed project comes back too, as it may be reopened.
            return project.Staffing is not { StandIn: null, TakeOverAskedOf: null } ? AbsenceStep.Return : AbsenceStep.None;
        }

        if (!project.IsOpen)
        {
            return AbsenceStep.None;
        }

        if (StandIn is not null)
        {
            return project.Staffing.StandIn == StandIn.Id ? AbsenceStep.None : AbsenceStep.StandIn;
        }

        // A colleague who took the project over and is present keeps it, and one who was asked has the time to answer.
        return IsPresent(project.Staffing.StandIn) || (project.Staffing.StandIn is null && IsPresent(project.Staffing.TakeOverAskedOf))
            ? AbsenceStep.None
            : AbsenceStep.AskColleague;
    }

    bool IsPresent(string? id) => id is not null && staff.Any(s => s.Id == id && s.MayFollowUp && s.IsPresent(today));
}
