using NodaTime;

namespace FollowUp.Domain;

/// <summary>The attempts of phone validation, by phone at different half-days or by mail.</summary>
public readonly ref partial struct Planning
{
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
}
