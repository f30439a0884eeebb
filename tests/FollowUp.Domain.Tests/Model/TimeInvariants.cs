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
            if (before.Snooze is { } pause && today < pause.Until && !step.Happened<CallOverdue>()) yield return "a pause ages";
            if (before.Snooze is { } still && today < still.Until && (after.UnansweredContacts, after.Attempts, after.Stage, after.Snooze) != (before.UnansweredContacts, before.Attempts, before.Stage, before.Snooze))
                yield return "a pause ages";
            if (before.CallAgreedAt is not null && !step.Happened<CallOverdue>()) yield return "time overtook a call that the client asked for";
            if (after.UnansweredContacts > before.UnansweredContacts + 1 || after.Attempts > before.Attempts + 12) yield return "time made several steps at once";
            if (after.LastSignOfLifeVersion != before.LastSignOfLifeVersion) yield return "time gave a sign of life";
        }

        if (before.Snooze is not null && after.Snooze is null && after.IsOpen && before.IsOpen)
        {
            var ended = step.Command is AdvanceTime ? today >= before.Snooze.Until : before.Snooze.EndsOnAnswer && after.LastSignOfLifeVersion != before.LastSignOfLifeVersion;
            if (!ended) yield return "a pause ended that nothing ends";
        }

        if (after.LastSignOfLifeVersion != before.LastSignOfLifeVersion && after.IsOpen && before.IsOpen)
        {
            if (after.UnansweredContacts != 0 || after.Attempts != 0 || after.Stage is Stage.Warned or Stage.LastMailSent) yield return "a sign of life that does not start the cadence over";
            if (after.Phase == Phase.Dormant) yield return "a sign of life that does not wake";
            if (after.CadenceVersion != step.Policy.Current) yield return "a new cycle by an old cadence";
        }

        if (after.CadenceVersion != before.CadenceVersion && !step.Happened<CadenceTaken>() && !step.Happened<ProjectReopened>()) yield return "a cadence changed silently";
        if (after.Phase == Phase.Dormant && before.Phase != Phase.Dormant && before.IsOpen && before.Stage != Stage.Warned) yield return "asleep without a warning";
        if (after.Validated && !before.Validated && step.Command is not RecordCall { Outcome: CallOutcome.Serious }) yield return "validated by no conversation";
    }
}
