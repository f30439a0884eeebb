using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>The dates of phone validation (product page, "Awaiting validation"): calls at different half-days, or mails when no call is allowed.</summary>
static class ValidationDates
{
    public static DatedAction GetNextAttempt(PlanInputs inputs, WaitingFor.NextAttempt waiting, ContactDates dates) => inputs.Contact switch
    {
        { MayCall: true } => GetNextCall(inputs.Cycle, waiting, dates),
        { MayMail: true } => GetNextMail(inputs, waiting, dates),
        _ => DatedAction.WaitForClient(
            dates.EndOfTerm(inputs.Cycle.StartedAt, dates.Table.Validation.CloseAfter), new Reason(ReasonCode.NoChannelLeft)),
    };

    /// <summary>The wait for the right number. After it a last mail leaves, or without mail the project is closed.</summary>
    public static DatedAction GetNumberDeadline(PlanInputs inputs, ContactDates dates)
    {
        var end = dates.EndOfTerm(inputs.Cycle.StartedAt, dates.Table.Validation.CloseAfter);
        return inputs.Contact.MayMail
            ? DatedAction.Mail(dates.Mail(end.At), new Reason(ReasonCode.NumberWrong))
            : DatedAction.WaitForClient(end, new Reason(ReasonCode.NumberWrong));
    }

    /// <summary>The wait for the information that the client was asked for.</summary>
    public static DatedAction GetInformationDeadline(PlanInputs inputs, ContactDates dates) => DatedAction.WaitForClient(
        dates.EndOfTerm(inputs.Cycle.StartedAt, dates.Table.Validation.InformationWithin), new Reason(ReasonCode.AwaitingInformation));

    /// <summary>The wait for an answer to the mail that followed the last attempt.</summary>
    public static DatedAction GetLastMailDeadline(PlanInputs inputs, ContactDates dates) => DatedAction.WaitForClient(
        dates.EndOfTerm(inputs.Cycle.StartedAt, dates.Table.Validation.CloseAfter), new Reason(ReasonCode.LastChanceBeforeUnreachable));

    static DatedAction GetNextCall(Cycle cycle, WaitingFor.NextAttempt waiting, ContactDates dates)
    {
        var from = cycle.StartedAt;
        var validation = dates.Table.Validation;
        var isFirst = waiting.Attempts == 0;
        var wanted = isFirst
            ? dates.Calls.AddWorkingTime(from, validation.FirstCallWithin)
            : GetNextHalfDay(from, waiting.Attempts, dates);
        var date = dates.ExplainHoliday(dates.Call(wanted), from, wanted, skippedDays: isFirst ? 0 : 1);
        var code = waiting.InformationArrived ? ReasonCode.InformationArrived
            : !isFirst ? ReasonCode.AnotherAttempt
            : cycle.IsInformationMissing ? ReasonCode.InformationNotGiven
            : ReasonCode.FirstCall;
        var wakeAt = dates.Calendar.AddWorkingDays(date.At, 1);
        return DatedAction.Call(date, new Reason(code, waiting.Attempts + 1, validation.Attempts), wakeAt);
    }

    /// <summary>A client who misses a call in the morning is called in the afternoon the next time, and the reverse.</summary>
    static Instant GetNextHalfDay(Instant from, int attempts, ContactDates dates)
    {
        var validation = dates.Table.Validation;
        var last = dates.Calls.ClientCalendar.HalfDayOf(from);
        var gap = validation.Gaps[Math.Min(attempts, validation.Gaps.Length) - 1];
        var day = dates.Calls.ClientCalendar.AddWorkingDays(last.Date, gap);
        return dates.Calls.ClientCalendar.At(day, last.Part == HalfDayPart.Morning ? validation.AfternoonAt : validation.MorningAt);
    }

    static DatedAction GetNextMail(PlanInputs inputs, WaitingFor.NextAttempt waiting, ContactDates dates)
    {
        var validation = dates.Table.Validation;
        var attempt = validation.GetNextMailedAttempt(waiting.Attempts);
        var days = 0;
        for (var i = Math.Max(waiting.Attempts, 1); i < attempt; i++)
        {
            days += validation.Gaps[i - 1];
        }

        // The first mail follows the submission at once. A client who gave a sign of life is not told "we tried to reach you" at once.
        if (days == 0 && inputs.HasSignOfLife)
        {
            days = validation.Gaps is [var first, ..] ? first : 1;
        }

        var wanted = days == 0 ? inputs.Cycle.StartedAt : dates.Calendar.AddWorkingDays(inputs.Cycle.StartedAt, days);
        var date = dates.ExplainHoliday(dates.Mail(wanted), inputs.Cycle.StartedAt, wanted);
        return DatedAction.Mail(date, new Reason(ReasonCode.AttemptByMail, attempt, validation.Attempts));
    }
}
