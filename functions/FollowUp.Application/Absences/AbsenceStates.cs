using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Application.Absences;

/// <summary>The state of each coordinator's absence that was applied to all their projects (<see cref="AbsencePlan.State"/>).</summary>
public sealed class AbsenceStates(IKeyValueStore settings, WorkingCalendar calendar)
{
    /// <summary>The applied state; <see cref="AbsencePlan.Present"/> when none is stored.</summary>
    public async ValueTask<string> Get(string coordinator, CancellationToken cancellation = default) =>
        await settings.Get(GetKey(coordinator), cancellation) ?? AbsencePlan.Present;

    /// <summary>Stores the applied state.</summary>
    /// <param name="coordinator">The staff id.</param>
    /// <param name="state">The state.</param>
    /// <param name="lastDay">The last day of the absence; null when the coordinator is present.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    public ValueTask Set(string coordinator, string state, LocalDate? lastDay, CancellationToken cancellation = default) => lastDay is { } day
        ? settings.Set(GetKey(coordinator), state, calendar.At(day, LocalTime.Midnight) + RetentionPeriods.Absences, cancellation)
        : settings.Remove(GetKey(coordinator), cancellation);

    /// <summary>Makes the next round of <see cref="AbsenceJob"/> look at all projects of a coordinator. A present coordinator has nothing to forget.</summary>
    public async ValueTask Forget(string coordinator, CancellationToken cancellation = default)
    {
        if (await settings.Get(GetKey(coordinator), cancellation) is not null)
        {
            await settings.Set(GetKey(coordinator), Unknown, cancellation);
        }
    }

    /// <summary>Differs from every state, also from that of a coordinator who is present again by now.</summary>
    const string Unknown = "unknown";

    static string GetKey(string coordinator) => $"absence:{StaffLogId.Of(coordinator)}";
}
