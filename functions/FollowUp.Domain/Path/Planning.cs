using NodaTime;

namespace FollowUp.Domain;

/// <summary>
/// Gives an open project its one next action (product page, "At any instant an open project has exactly one next action").
/// Delays count from what really happened last, so that a step that slid takes the ones after it along, and never from before
/// now, so that an outage of any length is followed by one step and not by a burst.
/// </summary>
public readonly ref partial struct Planning
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

    string InCharge => project.InCharge ?? NextAction.ByManager;

    /// <summary>The preferred channel, else the other one, else none.</summary>
    Channel? Open(Channel preferred) => (preferred, project.Contact.Calls, project.Contact.Mails) switch
    {
        (Channel.Mail, _, true) or (Channel.Phone, false, true) => Channel.Mail,
        (Channel.Phone, true, _) or (Channel.Mail, true, false) => Channel.Phone,
        _ => null,
    };
}
