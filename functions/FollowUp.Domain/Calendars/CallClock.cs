using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// When a client may be called: within the call hours on the client's own clock (Code de la consommation, D223-9, speaks of the consumer), and, for a
/// client in another zone, within the hours of the department in Paris too. A client in Paris has one clock and one set of hours.
/// </summary>
public sealed class CallClock
{
    /// <summary>More days than a holiday and a weekend take.</summary>
    const int MaxDays = 30;

    readonly OpeningHours hours;
    readonly OpeningHours? department;
    readonly WorkingCalendar clients;
    readonly WorkingCalendar calendar;

    /// <summary>The clock of a client in the zone of the department.</summary>
    /// <param name="hours">The call hours of the cadence, within the coordinator's own hours.</param>
    /// <param name="calendar">The calendar of the department.</param>
    public CallClock(OpeningHours hours, WorkingCalendar calendar) => (this.hours, this.calendar, clients) = (hours, calendar, calendar);

    /// <summary>The clock of a client who lives in another zone.</summary>
    /// <param name="legal">The call hours of the cadence, by the client's clock.</param>
    /// <param name="department">When the department makes calls, by its own clock.</param>
    /// <param name="calendar">The calendar of the department.</param>
    /// <param name="zone">The client's zone.</param>
    public CallClock(OpeningHours legal, OpeningHours department, WorkingCalendar calendar, DateTimeZone zone)
    {
        (hours, this.department) = (legal, department);
        (this.calendar, clients) = (calendar, calendar.InZone(zone));
    }

    /// <summary>Days and times of day as the client reads them.</summary>
    public WorkingCalendar ClientCalendar => clients;

    /// <summary>The id of the client's zone; null for the department's own.</summary>
    public string? ZoneId => department is null ? null : clients.Zone.Id;

    /// <summary>
    /// The wanted instant when a call is allowed then, else the next one. Where the hours of client and department never meet, those of the client
    /// count alone.
    /// </summary>
    public DateAdjustment NextOpen(Instant from)
    {
        var first = clients.NextOpen(from, hours);
        if (department is null)
        {
            return first;
        }

        var (found, end) = (first, first.At + Duration.FromDays(MaxDays));
        while (found.At < end)
        {
            var staffed = calendar.NextOpen(found.At, department);
            if (staffed.At == found.At)
            {
                return found.At == first.At ? first : found with { Cause = AdjustmentCause.OutsideHours, ClosedOn = null, Holiday = null };
            }

            found = clients.NextOpen(staffed.At, hours);
        }

        return first;
    }

    /// <summary>Whether a call is allowed at an instant.</summary>
    public bool IsOpen(Instant at) => NextOpen(at).At == at;

    /// <summary>The instant at which this much time within the client's call hours has elapsed; a call is allowed then.</summary>
    public Instant AddWorkingTime(Instant from, Duration amount) => department is null
        ? clients.AddWorkingTime(from, amount, hours)
        : NextOpen(clients.AddWorkingTime(NextOpen(from).At, amount, hours)).At;
}
