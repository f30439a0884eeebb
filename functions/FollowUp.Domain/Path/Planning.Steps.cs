using NodaTime;

namespace FollowUp.Domain;

/// <summary>When a step can be made: the windows, the cap, the quiet days and the holidays move it, and the reason says which of them did.</summary>
public readonly ref partial struct Planning
{
    Plan WaitWorkingDays(int days, ReasonCode code) => Wait(WorkingDays(days), new Reason(code));

    Step WorkingDays(int days)
    {
        var wanted = OnWorkingDay(days);
        return OverHolidays(new Step(Later(wanted), SlideCause.None), wanted);
    }

    Instant OnWorkingDay(int days)
    {
        var local = calendar.Local(project.Anchor);
        return calendar.At(calendar.AddWorkingDays(local.Date, days), local.TimeOfDay);
    }

    static Plan Wait(Step step, Reason reason) =>
        new(new NextAction(ActionKind.WaitForClient, step.At, NextAction.ByClient, Slid(reason, step)), step.At);

    static Plan Automatic(Step step, Reason reason) =>
        new(new NextAction(ActionKind.Mail, step.At, NextAction.ByTime, Slid(reason, step)), step.At);

    /// <summary>A call is made by a person; the driver looks again when it is overdue.</summary>
    Plan Call(Step step, Reason reason, int lookAfterWorkingDays = 1)
    {
        var local = calendar.Local(step.At);
        var look = calendar.At(calendar.AddWorkingDays(local.Date, lookAfterWorkingDays), local.TimeOfDay);
        return new Plan(new NextAction(ActionKind.Call, step.At, InCharge, Slid(reason, step)), look);
    }

    Step Mail(Instant wanted)
    {
        var from = Later(wanted, out var quiet);
        return new Step(calendar.NextOpen(from, table.Mails), quiet);
    }

    Step Spread(Instant wanted)
    {
        var from = Later(wanted, out var quiet);
        return new Step(Spreading.NextOpen(project.Id, from, table.Mails, calendar), quiet);
    }

    Step Phone(Instant wanted)
    {
        var slide = calendar.NextOpen(Later(wanted, out var quiet), callHours);
        if (CallRules.FreeFrom(project.Contact.RecentCalls, slide.At, table.Cap, calendar) is { } free)
        {
            return new Step(calendar.NextOpen(free, callHours), quiet, Capped: true);
        }

        return new Step(slide, quiet);
    }

    /// <summary>Working days count from the anchor; a public holiday among them is why the date is a day later than people reckon.</summary>
    /// <param name="from">0 when the anchor's own day counts too, 1 when the days after it do.</param>
    Step OverHolidays(Step step, Instant wanted, int from = 1)
    {
        if (step.Slide.Cause == SlideCause.Holiday || step.Capped || step.Quiet || wanted < now)
        {
            return step;
        }

        var until = calendar.DateOf(wanted);
        for (var day = calendar.DateOf(project.Anchor).PlusDays(from); day < until; day = day.PlusDays(1))
        {
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && calendar.HolidayOn(day) is { } holiday)
            {
                return step with { Slide = new Slide(step.At, SlideCause.Holiday, day, holiday) };
            }
        }

        return step;
    }

    Instant Later(Instant wanted) => Instant.Max(wanted, now);

    Instant Later(Instant wanted, out bool quiet)
    {
        var from = Later(wanted);
        quiet = project.Contact.QuietUntil > from;
        return quiet ? project.Contact.QuietUntil!.Value : from;
    }

    static Reason Slid(Reason reason, Step step)
    {
        if (step.Quiet)
        {
            return reason with { Code = ReasonCode.QuietPeriod };
        }

        return step.Slide.Cause is SlideCause.None or SlideCause.OutsideHours && !step.Capped
            ? reason
            : reason with
            {
                SlidFor = step.Slide.Cause,
                ClosedOn = step.Slide.ClosedOn ?? reason.ClosedOn,
                Holiday = step.Slide.Holiday,
                Capped = step.Capped,
            };
    }

    /// <summary>A time that the windows, the cap and the quiet period allow, and what moved it there.</summary>
    readonly record struct Step(Slide Slide, bool Quiet, bool Capped = false)
    {
        public Step(Instant at, SlideCause cause)
            : this(new Slide(at, cause, null, null), Quiet: false)
        {
        }

        public Instant At => Slide.At;
    }
}
