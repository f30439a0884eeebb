using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// Finds the date at which a wanted contact may take place. A date is never before now, so that after an outage of any length the next
/// step is due at once and the steps after it count from there.
/// </summary>
readonly record struct ContactDates(CadenceTable Table, CallClock Calls, WorkingCalendar Calendar, ContactRights Contact, Instant Now)
{
    /// <summary>Whether the client's category of service allows relaunches that they did not ask for.</summary>
    public required bool MayRelaunch { get; init; }

    /// <summary>Why nothing is sent to the client, where neither a call nor a mail is planned.</summary>
    public ReasonCode ReasonToWait => MayRelaunch ? ReasonCode.NoChannelLeft : ReasonCode.CategoryNotRelaunched;

    /// <summary>The first date within the mail hours. The quiet days are for calls.</summary>
    public PlannedDate Mail(Instant wanted) => new(Calendar.NextOpen(NotBeforeNow(wanted), Table.Mails));

    /// <summary>The same; a mail that waited for an opening leaves at the project's own minute after it (<see cref="Jitter"/>).</summary>
    public PlannedDate JitteredMail(Instant wanted, string projectId) =>
        new(Jitter.NextOpen(projectId, NotBeforeNow(wanted), Table.Mails, Calendar));

    /// <summary>The first date within the call hours, after the quiet days, at which the cap allows a call.</summary>
    public PlannedDate Call(Instant wanted)
    {
        var earliest = NotBeforeNow(wanted);
        var quiet = Contact.QuietUntil > earliest;
        var open = Calls.NextOpen(quiet ? Contact.QuietUntil!.Value : earliest);
        if (CallRules.GetNextAllowedCall(Contact.RecentCalls, open.At, Table.Cap, Calendar) is { } allowed)
        {
            return new PlannedDate(Calls.NextOpen(allowed), IsQuietPeriod: false, Table.Cap, Calendar.DateOf(allowed), Calls.ZoneId);
        }

        return quiet
            ? new PlannedDate(open, IsQuietPeriod: true, Cap: null, Calendar.DateOf(Contact.QuietUntil!.Value), Calls.ZoneId)
            : new PlannedDate(open, TimeZone: Calls.ZoneId);
    }

    /// <summary>A call at a time that the client chose: opening hours, cap and quiet period do not move it.</summary>
    public PlannedDate AgreedCall(Instant agreed) => PlannedDate.Unmoved(NotBeforeNow(agreed));

    /// <summary>The end of a term of working days, at the time of day at which the term began.</summary>
    public PlannedDate EndOfTerm(Instant from, int workingDays)
    {
        var end = Calendar.AddWorkingDays(from, workingDays);
        return ExplainHoliday(PlannedDate.Unmoved(NotBeforeNow(end)), from, end);
    }

    /// <summary>Names the first public holiday among the counted days, which is why the date is later than the reader expects.</summary>
    /// <param name="from">The instant from which the days count.</param>
    /// <param name="wanted">The date before opening hours and cap moved it.</param>
    /// <param name="skippedDays">0 when the day of <paramref name="from"/> counts too, 1 when the days after it do.</param>
    public PlannedDate ExplainHoliday(PlannedDate date, Instant from, Instant wanted, int skippedDays = 1)
    {
        if (date.Adjustment.Cause == AdjustmentCause.Holiday || date.IsCapped || date.IsQuietPeriod || wanted < Now)
        {
            return date;
        }

        var end = Calendar.DateOf(wanted);
        for (var day = Calendar.DateOf(from).PlusDays(skippedDays); day < end; day = day.PlusDays(1))
        {
            if (!WorkingCalendar.IsWeekend(day) && Calendar.HolidayOn(day) is { } holiday)
            {
                return date with { Adjustment = new DateAdjustment(date.At, AdjustmentCause.Holiday, day, holiday) };
            }
        }

        return date;
    }

    /// <summary>The preferred channel when it is open, else the other one, else null.</summary>
    /// <param name="preferred">The channel that the cadence wants.</param>
    /// <param name="mayCall">Whether the contact rights allow a call for this purpose.</param>
    public Channel? GetOpenChannel(Channel preferred, bool mayCall) => (preferred, mayCall, Contact.MayMail) switch
    {
        (Channel.Mail, _, true) or (Channel.Phone, false, true) => Channel.Mail,
        (Channel.Phone, true, _) or (Channel.Mail, true, false) => Channel.Phone,
        _ => null,
    };

    Instant NotBeforeNow(Instant wanted) => Instant.Max(wanted, Now);
}
