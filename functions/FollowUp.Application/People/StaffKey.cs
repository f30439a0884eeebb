using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Application.People;

/// <summary>
/// A short digest that stands for a staff id in addresses of pages and in keys of settings, because an id is a mail address. It never changes. Logs
/// and ids of jobs have <see cref="StaffLogId"/>.
/// </summary>
public static class StaffKey
{
    /// <summary>Eight hex digits.</summary>
    public static string Of(string staffId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(staffId)))[..8];
}
