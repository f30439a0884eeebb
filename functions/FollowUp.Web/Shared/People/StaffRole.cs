using FollowUp.Domain.Permissions;

namespace FollowUp.Web.Shared.People;

/// <summary>The roles that a staff member can have.</summary>
public enum StaffRole
{
    Coordinator,
    Manager,
    Sales,
}

static class StaffRoleExtensions
{
    public static Role ToRole(this StaffRole role) => role switch
    {
        StaffRole.Coordinator => Role.Coordinator,
        StaffRole.Manager => Role.Manager,
        _ => Role.Sales,
    };

    public static StaffRole ToStaffRole(this Role role) => role switch
    {
        Role.Coordinator => StaffRole.Coordinator,
        Role.Manager => StaffRole.Manager,
        _ => StaffRole.Sales,
    };
}
