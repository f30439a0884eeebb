namespace FollowUp.Application.People;

/// <summary>The result of a change of staff.</summary>
public abstract record StaffChange
{
    StaffChange()
    {
    }

    /// <summary>A staff member joined, or came back.</summary>
    public sealed record Added(Staff Staff) : StaffChange;

    /// <summary>A staff member was changed. The details may be the same as before.</summary>
    public sealed record Changed(Staff Before, Staff Staff) : StaffChange
    {
        /// <summary>Their sessions and tokens have ended.</summary>
        public bool HasNewRole => Before.Role != Staff.Role;
    }

    /// <summary>A staff member left. Sessions, tokens and links of theirs no longer work.</summary>
    public sealed record Removed(Staff Staff) : StaffChange;

    /// <summary>Nothing was changed: the one to add is a staff member already.</summary>
    public sealed record AlreadyStaff(Staff Staff) : StaffChange;

    /// <summary>Nothing was changed: the id is that of no staff member.</summary>
    public sealed record NotStaff : StaffChange;

    /// <summary>Nothing was changed: the department would have no manager.</summary>
    public sealed record LastManager : StaffChange;
}
