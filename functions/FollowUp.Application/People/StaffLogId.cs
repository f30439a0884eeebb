using System.Globalization;
using FollowUp.Application.Shared;

namespace FollowUp.Application.People;

/// <summary>A member of staff in the name of a mark or a mail, which reach logs: their id is a mail address.</summary>
static class StaffLogId
{
    public static string Of(string staffId) => StableHash.ComputeUInt32(staffId).ToString("x8", CultureInfo.InvariantCulture);
}
