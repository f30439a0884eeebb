using System.Globalization;
using FollowUp.Application.Shared;

namespace FollowUp.Application.People;

/// <summary>An id of a staff member for logs and stored keys: a hash, as the staff id is a mail address. It never changes.</summary>
static class StaffLogId
{
    public static string Of(string staffId) => StableHash.ComputeUInt32(staffId).ToString("x8", CultureInfo.InvariantCulture);
}
