using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>When a step can be made: the windows, the cap, the quiet days and the holidays move it, and the reason says which of them did.</summary>
public readonly ref partial struct NextActionPlanner
{
    Plan PlanWait(int days, ReasonCode code) => CreateWait(GetDateAfterWorkingDays(days), new Reason(code));

    PlannedDate GetDateAfterWorkingDays(int days)
    {
        var wanted = AddWorkingDays(days);
        return ExplainHolidays(new PlannedDate(NotBeforeNow(wanted), AdjustmentCause.None), wanted);
    }

    Instant AddWorkingDays(int days)
    {
        var local = calendar.ToLocal(project.CycleStartedAt);
        return calendar.At(calendar.AddWorkingDays(local.Date, days), local.TimeOfDay);
    }

    static Plan CreateWait(PlannedDate step, Reason reason) =>
        new(new NextAction(ActionKind.WaitForClient, step.At, NextAction.ByClient, ExplainAdjustment(reason, step)), step.At);

    static Plan CreateMail(PlannedDate step, Reason reason) =>
        new(new NextAction(ActionKind.Mail, step.At, NextAction.ByTime, ExplainAdjustment(reason, step)), step.At);

    /// <summary>A call is made by a person; the driver looks again when it is overdue.</summary>
    Plan CreateCall(PlannedDate step, Reason reason, int lookAfterWorkingDays = 1)
    {
        var local = calendar.ToLocal(step.At);
        var look = calendar.At(calendar.AddWorkingDays(local.Date, lookAfterWorkingDays), local.TimeOfDay);
        return new Plan(new NextAction(ActionKind.Call, step.At, InCharge, ExplainAdjustment(reason, step)), look);
    }

    PlannedDate FindMailDate(Instant wanted)
    {
        var from = NotBeforeNow(wanted, out var quiet);
        return new PlannedDate(calendar.NextOpen(from, table.Mails), quiet);
    }

    PlannedDate FindJitteredMailDate(Instant wanted)
    {
        var from = NotBeforeNow(wanted, out var quiet);
        return new PlannedDate(Jitter.NextOpen(project.Id, from, table.Mails, calendar), quiet);
    }

    PlannedDate FindCallDate(Instant wanted)
    {
        var slide = calendar.NextOpen(NotBeforeNow(wanted, out var quiet), callHours);
        if (CallRules.GetNextAllowedCall(project.Contact.RecentCalls, slide.At, table.Cap, calendar) is { } free)
        {
            return new PlannedDate(calendar.NextOpen(free, callHours), quiet, Capped: true);
        }

        return new PlannedDate(slide, quiet);
    }

    /// <summary>Working days count from the anchor; a public holiday among them is why the date is a day later than people reckon.</summary>
    /// <param name="from">0 when the anchor's own day counts too, 1 when the days after it do.</param>
    PlannedDate ExplainHolidays(PlannedDate step, Instant wanted, int from = 1)
    {
        if (step.Adjustment.Cause == AdjustmentCause.Holiday || step.Capped || step.Quiet || wanted < now)
        {
            return step;
        }

        var until = calendar.DateOf(wanted);
        for (var day = calendar.DateOf(project.CycleStartedAt).PlusDays(from); day < until; day = day.PlusDays(1))
        {
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && calendar.HolidayOn(day) is { } holiday)
            {
                return step with { Adjustment = new DateAdjustment(step.At, AdjustmentCause.Holiday, day, holiday) };
            }
        }

        return step;
    }

    Instant NotBeforeNow(Instant wanted) => Instant.Max(wanted, now);

    Instant NotBeforeNow(Instant wanted, out bool quiet)
    {
        var from = NotBeforeNow(wanted);
        quiet = project.Contact.QuietUntil > from;
        return quiet ? project.Contact.QuietUntil!.Value : from;
    }

    static Reason ExplainAdjustment(Reason reason, PlannedDate step)
    {
        if (step.Quiet)
        {
            return reason with { Code = ReasonCode.QuietPeriod };
        }

        return step.Adjustment.Cause is AdjustmentCause.None or AdjustmentCause.OutsideHours && !step.Capped
            ? reason
            : reason with
            {
                AdjustedFor = step.Adjustment.Cause,
                ClosedOn = step.Adjustment.ClosedOn ?? reason.ClosedOn,
                Holiday = step.Adjustment.Holiday,
                Capped = step.Capped,
            };
    }

    /// <summary>A time that the windows, the cap and the quiet period allow, and what moved it there.</summary>
    readonly record struct PlannedDate(DateAdjustment Adjustment, bool Quiet, bool Capped = false)
    {
        public PlannedDate(Instant at, AdjustmentCause cause)
            : this(new DateAdjustment(at, cause, null, null), Quiet: false)
        {
        }

        public Instant At => Adjustment.At;
    }
}
