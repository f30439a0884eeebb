using NodaTime;

namespace FollowUp.Domain;

/// <summary>Relaunches, what follows a pause, and the quarters of a sleep.</summary>
public readonly ref partial struct Planning
{
    Plan Relaunch()
    {
        var relaunch = table.Relaunch;
        var wanted = calendar.AddDays(project.Anchor, relaunch.DelayBefore(project.Silent));
        var warning = project.Silent >= relaunch.SilentBeforeWarning;
        var number = project.Silent + 1;
        var preferred = warning ? Channel.Mail : relaunch.ChannelOf(project.Silent);
        return Open(preferred) switch
        {
            Channel.Mail => Automatic(Spread(wanted), warning ? new(ReasonCode.WarningByMail) : new(ReasonCode.RelaunchByMail, number)),
            Channel.Phone => Call(
                Phone(wanted),
                warning ? new(ReasonCode.WarningByPhone) : new(ReasonCode.RelaunchByPhone, number),
                relaunch.MailInsteadOfCallAfter),
            _ => Wait(Mail(wanted), new Reason(ReasonCode.NoChannelLeft, number)),
        };
    }

    Plan AfterSnooze(SnoozeUntil snooze)
    {
        var morning = calendar.At(snooze.Until, LocalTime.Midnight);
        var byMail = project.Phase == Phase.AwaitingValidation ? Open(Channel.Phone) : Open(Channel.Mail);
        var reason = new Reason(ReasonCode.EndOfSnooze, ClosedOn: snooze.Until);
        if (byMail == Channel.Phone)
        {
            var start = Phone(morning);
            var due = calendar.AddWorkingTime(start.At, table.Validation.FirstCallWithin, callHours);
            return new Plan(new NextAction(ActionKind.Call, due, InCharge, Slid(reason, start)), start.At);
        }

        return byMail == Channel.Mail ? Automatic(Spread(morning), reason) : Wait(Mail(morning), reason);
    }

    Plan Quarter()
    {
        var dormancy = table.Dormancy;
        var months = dormancy.EveryMonths * (project.Quarters + 1);
        var quarter = calendar.AddMonths(project.DormantSince!.Value, months);
        if (months >= dormancy.AskAfterMonths)
        {
            return Wait(Mail(quarter), new Reason(ReasonCode.SilentQuarter, months));
        }

        return project.Contact.Mails
            ? Automatic(Spread(quarter), new Reason(ReasonCode.LightMail, project.Quarters + 1))
            : Wait(Mail(quarter), new Reason(ReasonCode.NoChannelLeft, months));
    }

    Plan Approval()
    {
        var step = WorkingDays(table.Dormancy.ApproveWithin);
        var reason = new Reason(ReasonCode.CloseForSilence, table.Dormancy.EveryMonths * project.Quarters);
        return new Plan(new NextAction(ActionKind.Approve, step.At, InCharge, Slid(reason, step)), step.At);
    }
}
