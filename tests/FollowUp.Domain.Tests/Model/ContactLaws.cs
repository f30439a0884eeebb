using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>When and how often a client may be reached; counted here anew and not by the rules under test.</summary>
static class ContactLaws
{
    public static IEnumerable<string> Of(Step step)
    {
        var (after, calendar, table) = (step.After, step.Policy.Calendar, step.Policy.TableFor(step.After));
        if (after.Next is { Kind: ActionKind.Call } call)
        {
            if (call.Why.Code == ReasonCode.AgreedCall)
            {
                if (after.CallAgreedAt is not { } agreed) yield return "an agreed call that was not agreed";
                else if (call.DueAt != Instant.Max(agreed, step.Now) && call.DueAt != step.Before.Next?.DueAt) yield return "an agreed time is not kept";
            }
            else
            {
                if (!after.Contact.Calls) yield return "a call planned to a client who may not be called";
                if (call.DueAt != step.Before.Next?.DueAt && !calendar.IsOpen(call.DueAt, Hours(step.Policy, table))) yield return "a call planned outside the hours";
                if (table.Cap is { } cap && CallsBefore(after, call.DueAt, cap.Days) >= cap.Calls) yield return "the cap on calls is broken";
                if (after.Contact.QuietUntil > call.DueAt) yield return "a call planned in the quiet days";
            }
        }

        if (after.Next is { Kind: ActionKind.Mail } mail)
        {
            if (!after.Contact.Mails) yield return "a mail planned to a client who wants none";
            if (!calendar.IsOpen(mail.DueAt, table.Mails)) yield return "a mail planned outside the window";
            if (after.Contact.QuietUntil > mail.DueAt) yield return "a mail planned in the quiet days";
        }

        foreach (var message in step.Owed.Where(m => m.To == RecipientKind.Client))
        {
            if (!after.Contact.Mails) yield return "a mail owed to a client who wants none";
            if (message.Kind is not (MessageKind.CallAgreed or MessageKind.Receipt) && !calendar.IsOpen(message.NotBefore, table.Mails)) yield return "a mail owed outside the window";
            if (message.NotBefore < step.Now) yield return "a mail owed in the past";
            if (step.By.Role == Role.System && after.Contact.QuietUntil > message.NotBefore) yield return "a mail owed in the quiet days";
            if (step.By.Role == Role.System && step.Before.Snooze is { } snooze && calendar.DateOf(step.Now) < snooze.Until) yield return "a mail owed on a pause";
        }

        if (step.Happened<GoodChancesSent>())
        {
            var standing = step.Before.Standing("PR-1");
            if (!standing.Acted || !standing.Wanted || standing.Told) yield return "a good-chances notice against the charter";
            if (step.By.Role is not (Role.Coordinator or Role.Manager)) yield return "a good-chances notice that no coordinator decided";
        }

        if (after.Standing("PR-1").Wanted && !step.Before.Standing("PR-1").Wanted && step.Command is not (RecordCall or AnswerRelaunch or ReportSignal))
            yield return "interest that the client did not show";
    }

    static OpeningHours Hours(Policy policy, CadenceTable table) =>
        policy.OwnHours is { } own ? table.Calls.Intersect(own) ?? table.Calls : table.Calls;

    static int CallsBefore(Project project, Instant at, int days) =>
        project.Contact.RecentCalls.Count(c => c > at - Duration.FromDays(days) && c <= at);
}
