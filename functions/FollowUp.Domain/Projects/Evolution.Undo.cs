using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>What can be taken back, and what an undo puts back (product page, "Undo").</summary>
public static partial class Evolution
{
    /// <summary>More than the decisions that one staff member takes back while their mails still wait.</summary>
    const int UndoneKept = 10;

    /// <summary>
    /// Staff may take back their whole decision. A closing by the client, the website or time is taken back alone: the sign of life before it
    /// stays, and the next action is planned again.
    /// </summary>
    static UndoPoint? GetUndoPoint(Project? before, RecordedEvent recorded)
    {
        if (before is null)
        {
            return null;
        }

        var isStaff = recorded.Role is Role.Coordinator or Role.Manager;
        return recorded.Event switch
        {
            PersonErased or ClosingUndone or DecisionUndone => null,

            // The dossier, which holds number and address, is not put back.
            NumberCorrected or MailAddressCorrected when isStaff => null,
            ChannelOpened when isStaff => null,

            _ when isStaff && recorded.First is not null && before.UndoPoint is { } point && point.Last == recorded.Seq - 1 => point with { Last = recorded.Seq },
            _ when StandsInNoWay(before, recorded) => before.UndoPoint is { } point ? point with { Before = ApplyToBoth(point.Before, recorded) } : null,
            GoodChancesSent when isStaff => CreateUndoPoint(before, recorded, before.Plan) with { IsNotice = true },
            _ when isStaff => CreateUndoPoint(before, recorded, before.Plan),
            ProjectClosed => CreateUndoPoint(before, recorded, plan: null),
            _ => null,
        };
    }

    static UndoPoint CreateUndoPoint(Project before, RecordedEvent recorded, Plan? plan) => new(
        recorded.Role, recorded.By, recorded.At, recorded.Seq, recorded.Seq,
        before.UndoPoint is null && before.Plan == plan ? before : before with { UndoPoint = null, Plan = plan });

    /// <summary>What happens on a closed project does not stand in the way either: rights, absences, replies, an answer to a provider.</summary>
    static bool StandsInNoWay(Project before, RecordedEvent recorded) => recorded.Event switch
    {
        ProjectReopened => false,
        NoteAdded or NoteWithdrawn or ProviderActed or QuestionAsked or GoodChancesAsked or ProviderCalled or ProviderHandedOver => true,
        StandInStarted or StandInEnded or TakeOverAsked when recorded.Role == Role.System => true,
        ChannelClosed { By: ChannelClosedBy.Bounce or ChannelClosedBy.Complaint } or ChannelOpened => true,

        // What happened about another project of the person.
        ContactUpdated or ContinuationAsked => true,
        ProjectChanged or ClientChanged => true,
        _ => !before.IsOpen,
    };

    /// <summary>An undo plans again when the event changed what the plan depends on.</summary>
    static Project ApplyToBoth(Project before, RecordedEvent recorded)
    {
        var unplanned = recorded.Plan is null ? recorded : recorded with { Plan = null };
        var after = Complete(before, Evolve(before, unplanned), unplanned, before.UndoPoint);
        return after.PlanInputs == before.PlanInputs ? after : after with { Plan = null };
    }

    /// <summary>
    /// Puts back the state before the decision. The generation stays, since a generation that began once is never begun again. An undone closing for
    /// silence gives the client the same days again; otherwise time would close the project at once.
    /// </summary>
    static Project TakeBack(Project p, UndoPoint point, Instant now) => point.Before with
    {
        Generation = p.Generation,
        Cycle = point.Role == Role.System && p.Outcome?.Reason == DeathReason.Unreachable ? point.Before.Cycle with { StartedAt = now } : point.Before.Cycle,
        Undone = [.. p.Undone.TakeLast(UndoneKept - 1), new UndoneDecision(point.First, point.Last)],
    };
}
