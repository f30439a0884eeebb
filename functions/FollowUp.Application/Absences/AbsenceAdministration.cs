using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Absences;

/// <summary>
/// Enters, ends and removes absences, each in one commit. It does not check who asks. Projects move with the next round of <see cref="AbsenceJob"/>,
/// which is signalled. Thread-safe, also across processes.
/// </summary>
public sealed class AbsenceAdministration(IDirectory directory, IScheduleSignal signal, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Absences that ended longer ago are dropped when the staff member's absences change.</summary>
    const int MonthsKept = 13;

    /// <summary>Adds or replaces an absence. A repeat changes nothing.</summary>
    /// <param name="staffId">The absent staff member.</param>
    /// <param name="absence">From, to, stand-in and id.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>
    /// <see cref="AbsenceChange.Entered"/>, <see cref="AbsenceChange.NotStaff"/>, <see cref="AbsenceChange.Overlapping"/> or
    /// <see cref="AbsenceChange.OwnStandIn"/>.
    /// </returns>
    public Task<AbsenceChange> Put(string staffId, Absence absence, CancellationToken cancellation = default) => Change(
        staffId,
        absences =>
        {
            var others = absences.RemoveAll(a => a.GetKey() == absence.GetKey());
            return absence.StandIn == staffId ? (new AbsenceChange.OwnStandIn(), absences)
                : others.FirstOrDefault(absence.Overlaps) is { } other ? (new AbsenceChange.Overlapping(other), absences)
                : (new AbsenceChange.Entered(absence, others.Length == absences.Length), others.Add(absence));
        },
        cancellation);

    /// <summary>Removes an absence. The projects come back at once when it has begun.</summary>
    /// <returns><see cref="AbsenceChange.Removed"/>, <see cref="AbsenceChange.NotStaff"/> or <see cref="AbsenceChange.NotFound"/>.</returns>
    public Task<AbsenceChange> Remove(string staffId, string key, CancellationToken cancellation = default) => Change(
        staffId,
        absences => absences.FirstOrDefault(a => a.GetKey() == key) is { } absence
            ? (new AbsenceChange.Removed(absence), absences.Remove(absence))
            : (new AbsenceChange.NotFound(), absences),
        cancellation);

    /// <summary>The staff member is back today: the absence ends with yesterday, or is removed when it began today or has not begun.</summary>
    /// <returns>
    /// <see cref="AbsenceChange.Entered"/> with the days until yesterday, <see cref="AbsenceChange.Removed"/>, <see cref="AbsenceChange.NotStaff"/> or
    /// <see cref="AbsenceChange.NotFound"/>.
    /// </returns>
    public Task<AbsenceChange> End(string staffId, string key, CancellationToken cancellation = default)
    {
        var yesterday = calendar.DateOf(time.GetCurrentInstant()).PlusDays(-1);
        return Change(
            staffId,
            absences =>
            {
                if (absences.FirstOrDefault(a => a.GetKey() == key) is not { } absence)
                {
                    return (new AbsenceChange.NotFound(), absences);
                }

                if (yesterday < absence.From)
                {
                    return (new AbsenceChange.Removed(absence), absences.Remove(absence));
                }

                // The name stays when the first day is the name.
                var ended = absence with { To = LocalDate.Min(absence.To, yesterday) };
                return (new AbsenceChange.Entered(ended, IsNew: false), absences.Replace(absence, ended));
            },
            cancellation);
    }

    async Task<AbsenceChange> Change(
        string staffId, Func<ImmutableArray<Absence>, (AbsenceChange Result, ImmutableArray<Absence> Absences)> change, CancellationToken cancellation)
    {
        AbsenceChange result = new AbsenceChange.NotStaff();
        var oldest = calendar.DateOf(time.GetCurrentInstant()).PlusMonths(-MonthsKept);
        await directory.ChangeStaff(
            all =>
            {
                if (all.FirstOrDefault(s => s.Id == staffId && !s.IsFormer) is not { } staff)
                {
                    result = new AbsenceChange.NotStaff();
                    return null;
                }

                var before = staff.Absences.IsDefault ? [] : staff.Absences;
                (result, var after) = change(before);
                return result is AbsenceChange.Entered or AbsenceChange.Removed
                    ? staff with { Absences = [.. after.Where(a => a.To >= oldest).OrderBy(a => a.From)] }
                    : null;
            },
            cancellation);
        if (result is AbsenceChange.Entered or AbsenceChange.Removed)
        {
            signal.Raise();
        }

        return result;
    }
}
