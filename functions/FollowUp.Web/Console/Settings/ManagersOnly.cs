using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Settings;

/// <summary>The refusal of a page for managers. It is written to the audit log.</summary>
static class ManagersOnly
{
    public const string Code = "managers-only";

    /// <param name="what">What was asked for, in kebab-case.</param>
    public static async Task<IResult> Refuse(ConsoleVisit visit, IAuditLog audit, string what, CancellationToken cancellation)
    {
        await audit.Write(new AuditEntry(visit.Days.Now, null, Kebab.Case(visit.Staff.Role), visit.Staff.Id, what, Code), cancellation);
        return PageResult.Create<ManagersOnlyPage>(visit.Language, visit, StatusCodes.Status403Forbidden);
    }
}
