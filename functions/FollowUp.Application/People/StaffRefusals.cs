using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Application.People;

/// <summary>The refusals of staff administration. The codes are part of the API.</summary>
public static class StaffRefusals
{
    /// <summary>Staff, absences of others and hand-overs are for managers.</summary>
    public static readonly Refusal ManagersOnly = new(
        "managers-only", RefusalKind.Forbidden,
        new LocalizedText("Seul un responsable du suivi peut le faire.", "Only a manager may do this."));

    /// <summary>Sales have no absences here, as they follow no projects up.</summary>
    public static readonly Refusal SalesDoNotFollowUp = Refusals.SalesDoNotFollowUp;

    /// <summary>A department always has a manager.</summary>
    public static readonly Refusal LastManager = new(
        "last-manager", RefusalKind.Conflict,
        new LocalizedText(
            "C’est le dernier responsable du suivi : nommez-en un autre d’abord.",
            "This is the last manager: make somebody else a manager first."));

    /// <summary>The one to add is a staff member already.</summary>
    public static readonly Refusal AlreadyStaff = new(
        "already-staff", RefusalKind.Conflict,
        new LocalizedText("Cette adresse est déjà celle d’un membre de l’équipe.", "A member of the team has this address already."));

    /// <summary>Only the data of a staff member who left are erased.</summary>
    public static readonly Refusal StillStaff = new(
        "still-staff", RefusalKind.Conflict,
        new LocalizedText(
            "Cette personne fait partie de l’équipe : retirez-la d’abord.",
            "This person is a member of the team: remove them first."));

    /// <summary>The staff member is absent on some of the days already.</summary>
    public static readonly Refusal AbsencesOverlap = new(
        "absences-overlap", RefusalKind.Conflict,
        new LocalizedText("Une absence est déjà saisie pour une partie de ces jours.", "An absence is already entered for some of these days."));
}
