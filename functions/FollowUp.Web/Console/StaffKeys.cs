using FollowUp.Application.People;

namespace FollowUp.Web.Console;

/// <summary>Short digests that stand for staff ids in addresses, because an id is a mail address.</summary>
static class StaffKeys
{
    public static string Key(this Staff staff) => StaffSettings.GetKey(staff.Id);

    /// <summary>The staff member with this key or id; null for an unknown one.</summary>
    public static Staff? FindByKey(this IEnumerable<Staff> staff, string? key) => staff.FirstOrDefault(s => s.Key() == key || s.Id == key);
}
