using FollowUp.Application.People;

namespace FollowUp.Web.Console;

/// <summary>Staff by the key that stands for them in addresses of the console (<see cref="StaffKey"/>).</summary>
static class StaffKeys
{
    public static string Key(this Staff staff) => StaffKey.Of(staff.Id);

    /// <summary>The staff member with this key or id; null for an unknown one.</summary>
    public static Staff? FindByKey(this IEnumerable<Staff> staff, string? key) => staff.FirstOrDefault(s => s.Key() == key || s.Id == key);
}
