using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using NodaTime.Extensions;

namespace FollowUp.Web.Shared.Limits;

/// <summary>
/// Writes to the audit log that somebody used up a limit, once for each window and not once for each request. A key or token that they tried is not written.
/// </summary>
sealed class LimitAudit(IAuditLog audit, TimeProvider time)
{
    /// <param name="use">What became of the use.</param>
    /// <param name="what">What the limit is on, in kebab-case.</param>
    /// <param name="by">Who used it; null for a caller of whom nothing is known.</param>
    /// <returns>Whether the use was granted.</returns>
    /// <remarks>It takes no cancellation: a caller who ends the request must not end the entry.</remarks>
    public async ValueTask<bool> RecordUse(LimitUse use, string what, Actor? by = null)
    {
        if (use == LimitUse.LastGranted)
        {
            var (role, id) = by is null ? (AuditActors.UnknownCaller, AuditActors.UnknownCaller) : (Kebab.Case(by.Role), by.Id);
            await audit.Write(new AuditEntry(time.GetCurrentInstant(), null, role, id, what, AuditActors.LimitReached), CancellationToken.None);
        }

        return use != LimitUse.Refused;
    }
}
