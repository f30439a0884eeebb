using FollowUp.Domain.Permissions;

namespace FollowUp.Application.People;

/// <summary>Chooses among staff members.</summary>
public static class StaffSelection
{
    /// <summary>The manager who gets what is meant for "the manager": the first by id, so that it is the same one each time. Null without a manager.</summary>
    public static Staff? FindFirstManager(this IEnumerable<Staff> staff) =>
        staff.Where(s => s.Role == Role.Manager).OrderBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault();
}
