using System.Collections.Concurrent;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Permissions;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

// Permissions: every command by every actor, against the table of rights.
sealed partial class Explorer
{
    static readonly Actor[] NeverAllowed = [Who.Simon, Who.Yanis, Who.Stranger];
    static readonly Actor[] AllActors = [.. NeverAllowed, Who.YanisForCamille, Who.Camille, Who.Provider, Who.Website, Who.Time, Who.Jeanne];

    readonly ConcurrentDictionary<(Stage, Staffing, bool), bool> checkedPermissions = [];
    readonly ConcurrentDictionary<object, bool> checkedNeverAllowed = [];

    /// <summary>
    /// Checks all actors where the step, the staffing or who closed the project is new; sales, a colleague and a stranger wherever anything is new that
    /// the charter reads. What it does not read is not multiplied.
    /// </summary>
    void CheckPermissions(Project project, Instant now, Policy policy)
    {
        var read = (project.Phase, project.Stage, project.Staffing, project.Closing?.ByClient, project.UndoPoint?.By, project.LastNote?.By,
            project.IsContinuationPending, project.Providers.Any(p => p.NoticeApproval == NoticeApproval.Waiting), project.ReplyWaitsSince is null, project.IsReopeningPending);
        if (!checkedNeverAllowed.TryAdd(read, true)) return;
        var others = checkedPermissions.TryAdd((project.Stage, project.Staffing, project.Closing is { ByClient: true }), true) ? AllActors : NeverAllowed;
        foreach (var move in Transitions.All)
        {
            var command = move.CreateCommand(project, now);
            foreach (var other in others)
            {
                var expected = PermissionTable.GetRefusal(command, other, project);
                if (expected is null)
                {
                    if (other.IsStaff && move.By.IsStaff && command is not (Undo or CorrectLastCall) && !(command is RecordCall { Direction: CallDirection.Inbound } && other == Who.Yanis)) CheckSameForAllStaff(project, move, command, other, now, policy);
                    continue;
                }

                counts.Value!.Refusals++;
                var got = rules.Decide(project, command, other, policy, now).Refusal?.Code;
                if (got != expected) AddViolation("the table of rights is not kept", $"{move} by {other.Role} {other.Id} in {project.Phase}/{project.Stage} gives {got ?? "no refusal"}, not {expected}");
            }
        }
    }

    /// <summary>A command has the same effect whichever staff member gives it, but for a call that a colleague took and for what only its author takes back.</summary>
    void CheckSameForAllStaff(Project project, Transition move, Command command, Actor other, Instant now, Policy policy)
    {
        var (one, two) = (rules.Decide(project, command, move.By, policy, now), rules.Decide(project, command, other, policy, now));
        var same = one.Refusal == two.Refusal && one.Events.Select(e => (e.Event, e.Plan)).SequenceEqual(two.Events.Select(e => (e.Event, e.Plan)));
        if (!same) AddViolation("what happens hangs on who of the staff asks", $"{move} by {other.Role} {other.Id} in {project.Phase}/{project.Stage}");
    }
}
