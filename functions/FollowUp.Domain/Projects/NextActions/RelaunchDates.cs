using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>The dates of follow-up (product page, "In follow-up" and "Snooze"): relaunches, the warning, and what follows a pause.</summary>
static class RelaunchDates
{
    /// <summary>Longer than a call and its recording take.</summary>
    static readonly Duration MissedAfter = Duration.FromHours(1);

    public static DatedAction GetNextRelaunch(PlanInputs inputs, WaitingFor.NextRelaunch waiting, ContactDates dates)
    {
        var relaunch = dates.Table.Relaunch;
        var wanted = dates.Calendar.AddDays(inputs.Cycle.StartedAt, relaunch.DelayBefore(waiting.UnansweredContacts));
        var isWarning = waiting.UnansweredContacts >= relaunch.SilentBeforeWarning;
        var number = waiting.UnansweredContacts + 1;
        var wantedChannel = isWarning ? Channel.Mail : relaunch.ChannelOf(waiting.UnansweredContacts);
        switch (dates.MayRelaunch ? dates.GetOpenChannel(wantedChannel, inputs.MayRelaunchByPhone) : null)
        {
            case Channel.Mail:
                var mail = isWarning ? new Reason(ReasonCode.WarningByMail) : new Reason(ReasonCode.RelaunchByMail, number);
                return DatedAction.Mail(dates.JitteredMail(wanted, inputs.ProjectId), mail);
            case Channel.Phone:
                var call = isWarning ? new Reason(ReasonCode.WarningByPhone) : new Reason(GetReasonToCall(dates.Contact), number);
                var date = dates.Call(wanted);
                return DatedAction.Call(date, call, dates.Calendar.AddWorkingDays(date.At, relaunch.MailInsteadOfCallAfter));
            default:
                return DatedAction.WaitForClient(dates.Mail(wanted), new Reason(dates.ReasonToWait, number));
        }
    }

    static ReasonCode GetReasonToCall(ContactRights contact) => contact switch
    {
        { MayMail: true } => ReasonCode.RelaunchByPhone,
        { MailFailed: true } => ReasonCode.RelaunchMailFailed,
        _ => ReasonCode.RelaunchMailUnwanted,
    };

    /// <summary>The wait for an answer to the warning before dormancy.</summary>
    public static DatedAction GetWarningDeadline(PlanInputs inputs, ContactDates dates) => DatedAction.WaitForClient(
        dates.Mail(dates.Calendar.AddDays(inputs.Cycle.StartedAt, dates.Table.Relaunch.SleepAfterWarning)), new Reason(ReasonCode.AwaitingAnswerToWarning));

    /// <summary>A pause ends with a call before validation and with a mail after it. The call follows within the delay of a first call.</summary>
    public static DatedAction GetEndOfSnooze(PlanInputs inputs, SnoozeUntil snooze, ContactDates dates)
    {
        var morning = dates.Calendar.At(snooze.Until, LocalTime.Midnight);
        var reason = new Reason(ReasonCode.EndOfSnooze, ClosedOn: snooze.Until);
        var isValidation = inputs.Phase == Phase.AwaitingValidation;
        var isAskedFor = isValidation || inputs.IsPauseAskedFor;
        switch (dates.MayRelaunch || isAskedFor
            ? dates.GetOpenChannel(isValidation ? Channel.Phone : Channel.Mail, isValidation ? inputs.Contact.MayCall : inputs.MayRelaunchByPhone)
            : null)
        {
            case Channel.Phone:
                var end = dates.Call(morning);
                var dueAt = dates.Calls.AddWorkingTime(end.At, dates.Table.Validation.FirstCallWithin);
                return new DatedAction(ActionKind.Call, dueAt, end.Explain(reason), WakeAt: end.At);
            case Channel.Mail:
                return DatedAction.Mail(dates.JitteredMail(morning, inputs.ProjectId), reason);
            default:
                return DatedAction.WaitForClient(dates.Mail(morning), reason);
        }
    }

    public static DatedAction GetCallAfterSnooze(WaitingFor.CallAfterSnooze waiting, ContactDates dates)
    {
        var date = dates.Call(waiting.From);
        return DatedAction.Call(date, new Reason(ReasonCode.EndOfSnooze), dates.Calendar.AddWorkingDays(date.At, 1));
    }

    /// <summary>An agreed call that is not made within the hour is a missed appointment: it stays due, and the client gets an excuse.</summary>
    public static DatedAction GetAgreedCall(WaitingFor.AgreedCall waiting, bool isMissed, ContactDates dates)
    {
        var date = dates.AgreedCall(waiting.At);
        return isMissed
            ? DatedAction.Call(date, new Reason(ReasonCode.MissedAppointment), dates.Calendar.AddWorkingDays(date.At, 1))
            : DatedAction.Call(date, new Reason(ReasonCode.AgreedCall), date.At + MissedAfter);
    }
}
