using FollowUp.Application.People;

namespace FollowUp.Application.Absences;

/// <summary>The result of a change of a staff member's absences.</summary>
public abstract record AbsenceChange
{
    AbsenceChange()
    {
    }

    /// <summary>The absence is entered as given.</summary>
    /// <param name="Absence">As stored.</param>
    /// <param name="IsNew">It was not there before.</param>
    public sealed record Entered(Absence Absence, bool IsNew) : AbsenceChange;

    /// <summary>The absence was removed.</summary>
    public sealed record Removed(Absence Absence) : AbsenceChange;

    /// <summary>Nothing was changed: the id is that of no staff member.</summary>
    public sealed record NotStaff : AbsenceChange;

    /// <summary>Nothing was changed: the staff member has no absence of this name.</summary>
    public sealed record NotFound : AbsenceChange;

    /// <summary>Nothing was changed: the staff member is absent on some of the days already.</summary>
    /// <param name="Other">The absence that is there.</param>
    public sealed record Overlapping(Absence Other) : AbsenceChange;

    /// <summary>Nothing was changed: a staff member does not stand in for themselves.</summary>
    public sealed record OwnStandIn : AbsenceChange;
}
