using FollowUp.Domain.Text;

namespace FollowUp.Application.People;

/// <summary>The id of a staff member: the mail address in its form for comparison.</summary>
public static class StaffId
{
    /// <inheritdoc cref="MailAddress.Normalize"/>
    public static string Normalize(string address) => MailAddress.Normalize(address);
}
