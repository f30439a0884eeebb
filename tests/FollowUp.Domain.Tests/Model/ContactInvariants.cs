using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>When and how often a client may be reached; counted here independently of the rules under test.</summary>
static class ContactInvariants
{
    public static IEnumerable<string> FindViolations(AppliedCommand step)
    {
        var (after, calendar, table) = (step.After, step.Policy.Calendar, step.Policy.TableFor(step.After));
        if (after.Next is { Kind: ActionKind.Call } call)
        {
            if (after.IsNumberWrong) yield return "a call planned to a wrong number";
            if (call.Why.Code is ReasonCode.AgreedCall or ReasonCode.MissedAppointment)
            {
                if (after.Agenda.AgreedCall is not { } agreed) yield return "an agreed call that was not agreed";
                else if (call.DueAt != Instant.Max(agreed, step.Now) && call.DueAt != step.Before.Next?.DueAt) yield return "an agreed time is not kept";
            }
            else
            {
                if (!after.Contact.MayCall) yield return "a call planned to a client who may not be called";
                if (call.Why.Code is ReasonCode.RelaunchByPhone or ReasonCode.WarningByPhone && after is { ClientType: ClientType.Person, Contact.MayRelaunchByPhone: false })
                    yield return "a relaunch by phone that the person did not agree to";
                if (call.DueAt != step.Before.Next?.DueAt && !calendar.IsOpen(call.DueAt, GetCallHours(step.Policy, table))) yield return "a call planned outside the hours";
                if (table.Cap is { } cap && CountCalls(after, call.DueAt, cap.Days) >= cap.Calls) yield return "the cap on calls is broken";
                if (after.Contact.QuietUntil > call.DueAt) yield return "a call planned in the quiet days";
            }
        }

        if (after.Next is { Kind: ActionKind.Mail } mail)
        {
            if (!after.Contact.MayMail) yield return "a mail planned to a client who wants none";
            if (!calendar.IsOpen(mail.DueAt, table.Mails)) yield return "a mail planned outside the window";
        }

        foreach (var message in step.Messages.Where(m => m.To == RecipientKind.Client))
        {
            if (!after.Contact.MayMail) yield return "a mail to a client who wants none";
            if (message.Kind is not (MessageKind.CallAgreed or MessageKind.Receipt or MessageKind.WrittenToClient) && !calendar.IsOpen(message.NotBefore, table.Mails)) yield return "a mail owed outside the window";
            if (message.NotBefore < step.Now) yield return "a mail owed in the past";
            if (step.Actor.Role == Role.System && message.Kind != MessageKind.AppointmentMissed && step.Before.Agenda.Snooze is { } snooze && calendar.DateOf(step.Now) < snooze.Until) yield return "a mail owed on a pause";
        }

        if (step.Messages.Count(m => m.Kind == MessageKind.AppointmentMissed) != (step.Decision.Events.Any(e => e.Event is AppointmentMissed { MailFollows: true }) ? 1 : 0))
            yield return "a missed appointment excused not once";
        if (step.Happened<AppointmentMissed>() && (step.Before.Agenda.AgreedCall is not { } missed || missed >= step.Now || step.Before.Agenda.MissedCall == missed))
            yield return "an appointment missed that was not, or twice";
        if (step.Command is WriteToClient && step.Decision.Refusal is null && (after.Plan != step.Before.Plan || after.Cycle != step.Before.Cycle)) yield return "a mail by staff moves the cadence";
        if (step.Command is RecordCall { Direction: CallDirection.Inbound } && !after.Contact.RecentCalls.AsSpan().SequenceEqual(step.Before.Contact.RecentCalls.AsSpan()))
            yield return "a call of the client counted towards the cap";
        if (step.Command is RecordCall recorded && IsCountedTwice(step, recorded.At)) yield return "an attempt counted twice in a half-day";

        if (step.Happened<GoodChancesSent>())
        {
            var state = step.Before.GetProviderState("PR-1");
            if (!state.Acted || !state.ClientInterested || state.Notified) yield return "a good-chances notice against the charter";
            if (step.Actor.Role is not (Role.Coordinator or Role.Manager)) yield return "a good-chances notice that no coordinator decided";
        }

        if (after.GetProviderState("PR-1").ClientInterested && !step.Before.GetProviderState("PR-1").ClientInterested && step.Command is not (RecordCall or AnswerRelaunch or ReportSignal))
            yield return "interest that the client did not show";
    }

    /// <summary>Whether a missed call takes a cycle on, although another call of its half-day did.</summary>
    static bool IsCountedTwice(AppliedCommand step, Instant at)
    {
        var (before, after) = (step.Before.Cycle, step.After.Cycle);
        return (after.Attempts > before.Attempts && before.Attempts > 0
                || after.UnansweredContacts > before.UnansweredContacts && before.UnansweredContacts > 0)
            && step.Before.Latest.Call is { } latest && step.Policy.Calendar.HalfDayOf(latest.At) == step.Policy.Calendar.HalfDayOf(at);
    }

    static OpeningHours GetCallHours(Policy policy, CadenceTable table) =>
        policy.OwnHours is { } own ? table.Calls.Intersect(own) ?? table.Calls : table.Calls;

    static int CountCalls(Project project, Instant at, int days) =>
        project.Contact.RecentCalls.Count(c => c > at - Duration.FromDays(days) && c <= at);
}
