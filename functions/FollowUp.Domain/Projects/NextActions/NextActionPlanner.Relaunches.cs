using FollowUp.Domain.Cadences;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>Relaunches, what follows a pause, and the quarters of a sleep.</summary>
public readonly ref partial struct NextActionPlanner
{
    Plan PlanRelaunch()
    {
        var relaunch = table.Relaunch;
        var wanted = calendar.AddDays(project.CycleStartedAt, relaunch.DelayBefore(project.UnansweredContacts));
        var warning = project.UnansweredContacts >= relaunch.SilentBeforeWarning;
        var number = project.UnansweredContacts + 1;
        var preferred = warning ? Channel.Mail : relaunch.ChannelOf(project.UnansweredContacts);
        return GetOpenChannel(preferred) switch
        {
            Channel.Mail => CreateMail(FindJitteredMailDate(wanted), warning ? new(ReasonCode.WarningByMail) : new(ReasonCode.RelaunchByMail, number)),
            Channel.Phone => CreateCall(
                FindCallDate(wanted),
                warning ? new(ReasonCode.WarningByPhone) : new(ReasonCode.RelaunchByPhone, number),
                relaunch.MailInsteadOfCallAfter),
            _ => CreateWait(FindMailDate(wanted), new Reason(ReasonCode.NoChannelLeft, number)),
        };
    }

    Plan PlanEndOfSnooze(SnoozeUntil snooze)
    {
        var morning = calendar.At(snooze.Until, LocalTime.Midnight);
        var byMail = project.Phase == Phase.AwaitingValidation ? GetOpenChannel(Channel.Phone) : GetOpenChannel(Channel.Mail);
        var reason = new Reason(ReasonCode.EndOfSnooze, ClosedOn: snooze.Until);
        if (byMail == Channel.Phone)
        {
            var start = FindCallDate(morning);
            var due = calendar.AddWorkingTime(start.At, table.Validation.FirstCallWithin, callHours);
            return new Plan(new NextAction(ActionKind.Call, due, InCharge, ExplainAdjustment(reason, start)), start.At);
        }

        return byMail == Channel.Mail ? CreateMail(FindJitteredMailDate(morning), reason) : CreateWait(FindMailDate(morning), reason);
    }

    Plan PlanQuarter()
    {
        var dormancy = table.Dormancy;
        var months = dormancy.EveryMonths * (project.DormantQuarters + 1);
        var quarter = calendar.AddMonths(project.DormantSince!.Value, months);
        if (months >= dormancy.AskAfterMonths)
        {
            return CreateWait(FindMailDate(quarter), new Reason(ReasonCode.SilentQuarter, months));
        }

        return project.Contact.MayMail
            ? CreateMail(FindJitteredMailDate(quarter), new Reason(ReasonCode.LightMail, project.DormantQuarters + 1))
            : CreateWait(FindMailDate(quarter), new Reason(ReasonCode.NoChannelLeft, months));
    }

    Plan PlanApproval()
    {
        var step = GetDateAfterWorkingDays(table.Dormancy.ApproveWithin);
        var reason = new Reason(ReasonCode.CloseForSilence, table.Dormancy.EveryMonths * project.DormantQuarters);
        return new Plan(new NextAction(ActionKind.Approve, step.At, InCharge, ExplainAdjustment(reason, step)), step.At);
    }
}
