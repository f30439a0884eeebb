using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Domain.Tests.Permissions;

/// <summary>The table "Who may do what" of the product page, written a second time, independently of the code under test.</summary>
static class PermissionTable
{
    /// <summary>The code of the expected refusal; null when the actor may give the command.</summary>
    public static string? GetRefusal(Command command, Actor actor, Project project) => (GetAudience(command), actor.Role) switch
    {
        ("undo", Role.Client) => actor.Id == project.ClientId && project.Closing is { ByClient: true } ? null : "not-allowed",
        ("number", Role.Website or Role.Manager) => null,
        ("number", Role.Client) => actor.Id == project.ClientId ? null : "not-your-project",
        ("number", Role.Coordinator) => IsInCharge(actor, project) ? null : "not-your-project",
        ("number", Role.Sales) => "sales-do-not-follow-up",
        ("any coordinator", Role.Coordinator) => null,
        ("undo", Role.Coordinator) when actor.Id == project.UndoPoint?.By || actor.Id == project.LastNote?.By => null,
        ("take over", Role.Coordinator) when actor.Id == project.Staffing.TakeOverAskedOf => null,
        ("reply", Role.Client) => actor.Id == project.ClientId ? null : "not-your-project",
        ("staff" or "any coordinator" or "undo" or "take over" or "reply", Role.Sales) => "sales-do-not-follow-up",
        ("staff" or "any coordinator" or "undo" or "take over" or "reply", Role.Manager) => null,
        ("staff" or "undo" or "take over" or "reply", Role.Coordinator) => IsInCharge(actor, project) ? null : "not-your-project",
        ("consent", Role.Client) => actor.Id == project.ClientId ? null : "not-your-project",
        ("consent", Role.Website or Role.Manager) => null,
        ("consent", Role.Sales) => "sales-do-not-follow-up",
        ("consent", Role.Coordinator) => IsInCharge(actor, project) ? null : "not-your-project",
        ("client" or "person", Role.Client) => actor.Id == project.ClientId ? null : "not-your-project",
        ("website" or "person", Role.Website) => null,
        ("person", Role.Manager) => null,
        ("person", Role.System) => null, // nightly retention
        ("time", Role.System) => null,
        ("staff and sales", Role.Coordinator or Role.Manager or Role.Sales) => null,
        _ => "not-allowed",
    };

    static bool IsInCharge(Actor actor, Project project) =>
        project.Coordinator is null || actor.Id == project.Coordinator || actor.Id == project.Staffing.StandIn
        || (!actor.StandsInFor.IsDefault && actor.StandsInFor.Contains(project.Coordinator));

    static string GetAudience(Command command) => command switch
    {
        AddNote or RecordProviderCall => "any coordinator",
        HandOverProvider => "staff and sales",
        CorrectLastCall c => GetAudience(c.Call),
        RecordCall
        {
            Direction: CallDirection.Inbound, Outcome: CallOutcome.CallBack or CallOutcome.StillLooking or CallOutcome.TalkingTo
            or CallOutcome.NotNow or CallOutcome.DoNotCall
        } => "any coordinator",
        RecordCall or Snooze or SendGoodChances or DeclineGoodChances or Assign or Close or Reopen or AnswerQuestion or Approve
            or ShareFact or WithdrawNote or CorrectContact or WriteToClient => "staff",
        Undo => "undo",
        TakeOver => "take over",
        ReportReply => "reply",
        CorrectNumber => "number",
        AnswerRelaunch or PickCallBack or GiveInformation or OptOut => "client",
        RecordConsent => "consent",
        ReportSignal or ReportProjectChange or ReportClientChange or ReportProviderAction or AskQuestion => "website",
        AdvanceTime or AssignByRules or SetStandIn or AskTakeOver or ReportMailRefused or ReportMailWorks => "time",
        Erase => "person",
        _ => throw new ArgumentException($"The table has no row for {command.GetType().Name}."),
    };
}
