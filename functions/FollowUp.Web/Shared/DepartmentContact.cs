using FollowUp.Application.People;
using FollowUp.Web.Mails;

namespace FollowUp.Web.Shared;

/// <summary>Who answers a client: the coordinator in charge, else the department.</summary>
/// <param name="Phone">E.164, or as the department's setting writes it.</param>
public sealed record DepartmentContact(string Name, string Phone)
{
    /// <param name="inCharge">Null while no coordinator is in charge.</param>
    public static DepartmentContact Create(Staff? inCharge, MailOptions department) =>
        new(inCharge?.Name ?? department.DepartmentName, inCharge?.Phone ?? department.DepartmentPhone);
}
