using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>The attempts of phone validation, by phone at different half-days or by mail.</summary>
public readonly ref partial struct NextActionPlanner
{
    Plan PlanAttempt()
    {
        var validation = table.Validation;
        if (project.Contact.MayCall)
        {
            var wanted = project.Attempts == 0
                ? calendar.AddWorkingTime(project.CycleStartedAt, validation.FirstCallWithin, callHours)
                : GetNextHalfDay(validation);
            var step = ExplainHolidays(FindCallDate(wanted), wanted, from: project.Attempts == 0 ? 0 : 1);
            var code = (project.Stage, project.Attempts) switch
            {
                (Stage.InformationGiven, _) => ReasonCode.InformationArrived,
                (_, 0) => ReasonCode.FirstCall,
                _ => ReasonCode.AnotherAttempt,
            };
            return CreateCall(step, new Reason(code, project.Attempts + 1, validation.Attempts));
        }

        if (!project.Contact.MayMail)
        {
            return PlanWait(validation.CloseAfter, ReasonCode.NoChannelLeft);
        }

        var next = GetNextMailedAttempt(validation, project.Attempts);
        var gap = 0;
        for (var i = Math.Max(project.Attempts, 1); i < next; i++)
        {
            gap += validation.Gaps[i - 1];
        }

        // The first mail follows the submission at once; a client who has just been heard of is not told "we tried to reach you".
        if (gap == 0 && project.LastSignOfLifeVersion > 1)
        {
            gap = validation.Gaps is [var first, ..] ? first : 1;
        }

        var due = gap == 0 ? project.CycleStartedAt : AddWorkingDays(gap);
        return CreateMail(ExplainHolidays(FindMailDate(due), due), new Reason(ReasonCode.AttemptByMail, next, validation.Attempts));
    }

    /// <summary>The attempts come at different half-days: a client out in the morning may be in after noon.</summary>
    Instant GetNextHalfDay(ValidationCadence validation)
    {
        var last = calendar.HalfDayOf(project.CycleStartedAt);
        var gap = validation.Gaps[Math.Min(project.Attempts, validation.Gaps.Length) - 1];
        var day = calendar.AddWorkingDays(last.Date, gap);
        return calendar.At(day, last.Part == HalfDayPart.Morning ? validation.AfternoonAt : validation.MorningAt);
    }

    /// <summary>The next attempt that has a mail: without a phone the others do not exist.</summary>
    public static int GetNextMailedAttempt(ValidationCadence validation, int done)
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
