using NodaTime;

namespace FollowUp.Domain;

/// <summary>
/// Gives an open project its one next action (product page, "At any instant an open project has exactly one next action").
/// Delays count from what really happened last, so that a step that slid takes the ones after it along, and never from before
/// now, so that an outage of any length is followed by one step and not by a burst.
/// </summary>
public readonly ref struct Planning
{
    readonly Project project;
    readonly CadenceTable table;
    readonly WorkingCalendar calendar;
    readonly OpeningHours callHours;
    readonly Instant now;

    Planning(Project project, Policy policy, Instant now)
    {
        this.project = project;
        this.now = now;
        table = policy.TableFor(project);
        calendar = policy.Calendar;
        callHours = policy.OwnHours is { } own ? table.Calls.Intersect(own) ?? table.Calls : table.Calls;
    }

    public static Plan Next(Project project, Policy policy, Instant now) => new Planning(project, policy, now).Plan();

    /// <summary>Whether two states differ in anything that the next action depends on.</summary>
    public static bool Differs(Project before, Project after) =>
        before.Phase != after.Phase || before.Stage != after.Stage || before.Generation != after.Generation
        || before.Attempts != after.Attempts || before.Silent != after.Silent || before.Anchor != after.Anchor
        || before.Quarters != after.Quarters || before.Snooze != after.Snooze || before.CallAgreedAt != after.CallAgreedAt
        || before.CallAfterPause != after.CallAfterPause || before.Contact != after.Contact
        || before.CadenceVersion != after.CadenceVersion;

    Plan Plan()
    {
        if (project.CallAgreedAt is { } agreed)
        {
            // A time that the client chose is kept, whatever the windows say.
            return Call(new Step(Later(agreed), default), new Reason(ReasonCode.AgreedCall));
        }

        if (project.Snooze is { } snooze)
        {
            return AfterSnooze(snooze);
        }

        if (project.CallAfterPause is { } pauseOver)
        {
            return Call(Phone(pauseOver), new Reason(ReasonCode.EndOfSnooze));
        }

        return project.Stage switch
        {
            Stage.Reaching or Stage.InformationGiven => Attempt(),
            Stage.InformationAsked => WaitWorkingDays(table.Validation.InformationWithin, ReasonCode.AwaitingInformation),
            Stage.LastMailSent => WaitWorkingDays(table.Validation.CloseAfter, ReasonCode.LastChanceBeforeUnreachable),
            Stage.Relaunching => Relaunch(),
            Stage.Warned => Wait(Mail(calendar.AddDays(project.Anchor, table.Relaunch.SleepAfterWarning)), new(ReasonCode.AwaitingAnswerToWarning)),
            Stage.Asleep => Quarter(),
            Stage.ApprovalAsked => Approval(),
            _ => throw new InvalidOperationException("A closed project has no next action."),
        };
    }

    Plan Attempt()
    {
        var validation = table.Validation;
        if (project.Contact.Calls)
        {
            var wanted = project.Attempts == 0
                ? calendar.AddWorkingTime(project.Anchor, validation.FirstCallWithin, callHours)
                : AtAnotherHalfDay(validation);
            var step = OverHolidays(Phone(wanted), wanted, from: project.Attempts == 0 ? 0 : 1);
            var code = (project.Stage, project.Attempts) switch
            {
                (Stage.InformationGiven, _) => ReasonCode.InformationArrived,
                (_, 0) => ReasonCode.FirstCall,
                _ => ReasonCode.AnotherAttempt,
            };
            return Call(step, new Reason(code, project.Attempts + 1, validation.Attempts));
        }

        if (!project.Contact.Mails)
        {
            return WaitWorkingDays(validation.CloseAfter, ReasonCode.NoChannelLeft);
        }

        var next = NextMailedAttempt(validation, project.Attempts);
        var gap = 0;
        for (var i = Math.Max(project.Attempts, 1); i < next; i++)
        {
            gap += validation.Gaps[i - 1];
        }

        // The first mail follows the submission at once; a client who has just been heard of is not told "we tried to reach you".
        if (gap == 0 && project.LastSignOfLifeBy > 1)
        {
            gap = validation.Gaps is [var first, ..] ? first : 1;
        }

        var due = gap == 0 ? project.Anchor : OnWorkingDay(gap);
        return Automatic(OverHolidays(Mail(due), due), new Reason(ReasonCode.AttemptByMail, next, validation.Attempts));
    }

    /// <summary>The attempts come at different half-days: a client out in the morning may be in after noon.</summary>
    Instant AtAnotherHalfDay(ValidationCadence validation)
    {
        var last = calendar.HalfDayOf(project.Anchor);
        var gap = validation.Gaps[Math.Min(project.Attempts, validation.Gaps.Length) - 1];
        var day = calendar.AddWorkingDays(last.Date, gap);
        return calendar.At(day, last.Part == HalfDayPart.Morning ? validation.AfternoonAt : validation.MorningAt);
    }

    /// <summary>The next attempt that has a mail: without a phone the others do not exist.</summary>
    public static int NextMailedAttempt(ValidationCadence validation, int done)
    {
        foreach (var attempt in validation.MailAfter)
        {
            if (attempt > done)
            {
                return attempt;
            }
        }

        return done + 1;
    }

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

    string InCharge => project.InCharge ?? NextAction.ByManager;

    /// <summary>The preferred channel, else the other one, else none.</summary>
    Channel? Open(Channel preferred) => (preferred, project.Contact.Calls, project.Contact.Mails) switch
    {
        (Channel.Mail, _, true) or (Channel.Phone, false, true) => Channel.Mail,
        (Channel.Phone, true, _) or (Channel.Mail, true, false) => Channel.Phone,
        _ => null,
    };

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
