using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// Gives an open project its one next action (product page, "At any instant an open project has exactly one next action").
/// Delays count from what really happened last, so that a step that slid takes the ones after it along, and never from before
/// now, so that an outage of any length is followed by one step and not by a burst.
/// </summary>
public readonly ref partial struct NextActionPlanner
{
    readonly Project project;
    readonly CadenceTable table;
    readonly WorkingCalendar calendar;
    readonly OpeningHours callHours;
    readonly Instant now;

    NextActionPlanner(Project project, Policy policy, Instant now)
    {
        this.project = project;
        this.now = now;
        table = policy.TableFor(project);
        calendar = policy.Calendar;
        callHours = policy.OwnHours is { } own ? table.Calls.Intersect(own) ?? table.Calls : table.Calls;
    }

    public static Plan CreatePlan(Project project, Policy policy, Instant now) => new NextActionPlanner(project, policy, now).SelectPlan();

    /// <summary>Whether two states differ in anything that the next action depends on.</summary>
    public static bool NeedsNewPlan(Project before, Project after) =>
        before.Phase != after.Phase || before.Stage != after.Stage || before.Generation != after.Generation
        || before.Attempts != after.Attempts || before.UnansweredContacts != after.UnansweredContacts || before.CycleStartedAt != after.CycleStartedAt
        || before.DormantQuarters != after.DormantQuarters || before.Snooze != after.Snooze || before.CallAgreedAt != after.CallAgreedAt
        || before.CallAfterPause != after.CallAfterPause || before.Contact != after.Contact
        || before.CadenceVersion != after.CadenceVersion;

    Plan SelectPlan()
    {
        if (project.CallAgreedAt is { } agreed)
        {
            // A time that the client chose is kept, whatever the windows say.
            return CreateCall(new PlannedDate(NotBeforeNow(agreed), default), new Reason(ReasonCode.AgreedCall));
        }

        if (project.Snooze is { } snooze)
        {
            return PlanEndOfSnooze(snooze);
        }

        if (project.CallAfterPause is { } pauseOver)
        {
            return CreateCall(FindCallDate(pauseOver), new Reason(ReasonCode.EndOfSnooze));
        }

        return project.Stage switch
        {
            Stage.Reaching or Stage.InformationGiven => PlanAttempt(),
            Stage.InformationAsked => PlanWait(table.Validation.InformationWithin, ReasonCode.AwaitingInformation),
            Stage.LastMailSent => PlanWait(table.Validation.CloseAfter, ReasonCode.LastChanceBeforeUnreachable),
            Stage.Relaunching => PlanRelaunch(),
            Stage.Warned => CreateWait(FindMailDate(calendar.AddDays(project.CycleStartedAt, table.Relaunch.SleepAfterWarning)), new(ReasonCode.AwaitingAnswerToWarning)),
            Stage.Asleep => PlanQuarter(),
            Stage.ApprovalAsked => PlanApproval(),
            _ => throw new InvalidOperationException("A closed project has no next action."),
        };
    }

    string InCharge => project.InCharge ?? NextAction.ByManager;

    /// <summary>The preferred channel, else the other one, else none.</summary>
    Channel? GetOpenChannel(Channel preferred) => (preferred, project.Contact.MayCall, project.Contact.MayMail) switch
    {
        (Channel.Mail, _, true) or (Channel.Phone, false, true) => Channel.Mail,
        (Channel.Phone, true, _) or (Channel.Mail, true, false) => Channel.Phone,
        _ => null,
    };
}
