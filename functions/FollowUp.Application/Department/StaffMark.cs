using System.Globalization;

namespace FollowUp.Application;

/// <summary>A member of staff in the name of a mark or a mail, which reach logs: their id is a mail address.</summary>
static class StaffMark
{
    public static string Of(string staffId) => Fingerprint.Of(staffId).ToString("x8", CultureInfo.InvariantCulture);
}
