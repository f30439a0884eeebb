using System.Security.Cryptography;

namespace FollowUp.Application.People;

/// <summary>Makes the random text of <see cref="Staff.Stamp"/>.</summary>
static class StaffStamp
{
    const int Bytes = 16;

    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
