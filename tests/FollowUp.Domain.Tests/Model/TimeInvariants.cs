using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Domain.Tests.Model;

/// <summary>What time may decide, and what a pause prevents.</summary>
static class TimeInvariants
{
    public static IEnumerable<string> FindViolations(AppliedCommand step)
    {
        var (before, after) = (step.Before, step.After);
        var today = step.Policy.Calendar.DateOf(step.Now);
        if (step.Command is AdvanceTime)
        {
            if (before.WakeAt > step.Now) yield return "time decided before it was due";
            if (before.Agenda.Snooze is { } pause && today < pause.Until && !step.Happened<CallOverdue>() && !step.Happened<AppointmentMissed>()) yield return "a pause ages";
            if (before.Agenda.Snooze is { } still && today < still.Until && (after.Cycle.UnansweredContacts, after.Cycle.Attempts, after.Stage, after.Agenda.Snooze) != (before.Cycle.UnansweredContacts, before.Cycle.Attempts, before.Stage, before.Agenda.Snooze))
                yield return "a pause ages";
            if (before.Agenda.AgreedCall is not null && !step.Happened<CallOverdue>() && !step.Happened<AppointmentMissed>()) yield return "time overtook a call that the client asked for";
            if (after.Cycle.UnansweredContacts > before.Cycle.UnansweredContacts + 1 || after.Cycle.Attempts > before.Cycle.Attempts + 12) yield return "time made several steps at once";
            if (after.LastSignOfLifeVersion != before.LastSignOfLifeVersion) yield return "time gave a sign of life";
            var lastQuestion = step.Policy.Calendar.AddMonths(before.LastSignOfLife, 33);
            if (step.Happened<ApprovalAsked>() && before.Cycle.StartedAt >= lastQuestion) yield return "asked again after the last question before the erasure";
            if (after is { Phase: Phase.Dormant, Stage: Stage.Asleep } && before.Phase == Phase.Dormant && step.Now >= lastQuestion && before.Cycle.StartedAt < lastQuestion && after.Cycle.StartedAt >= lastQuestion && !step.Happened<ApprovalLapsed>())
                yield return "not asked before the erasure";
        }

        if (before.Agenda.Snooze is not null && after.Agenda.Snooze is null && after.IsOpen && before.IsOpen)
        {
            var ended = step.Command is AdvanceTime ? today >= before.Agenda.Snooze.Until : before.Agenda.Snooze.EndsOnAnswer && after.LastSignOfLifeVersion != before.LastSignOfLifeVersion;
            if (!ended) yield return "a pause ended that nothing ends";
        }

        if (after.LastSignOfLifeVersion != before.LastSignOfLifeVersion && after.IsOpen && before.IsOpen)
        {
            if (after.Cycle.UnansweredContacts != 0 || after.Cycle.Attempts != 0 || after.Stage is Stage.Warned or Stage.LastMailSent) yield return "a sign of life that does not start the cadence over";
            if (after.Phase == Phase.Dormant) yield return "a sign of life that does not wake";
            if (after.Cycle.CadenceVersion != step.Policy.Current) yield return "a new cycle by an old cadence";
        }

        if (after.Cycle.CadenceVersion != before.Cycle.CadenceVersion && !step.Happened<CadenceTaken>() && !step.Happened<ProjectReopened>()) yield return "a cadence changed silently";
        if (after.Phase == Phase.Dormant && before.Phase != Phase.Dormant && before.IsOpen && before.Stage != Stage.Warned) yield return "asleep without a warning";
        if (after.Validated && !before.Validated && step.Command is not RecordCall { Outcome: CallOutcome.Serious }) yield return "validated by no conversation";
    }
}
