using FollowUp.Application.Ports;
using NodaTime.Extensions;

namespace FollowUp.Web.Shared.Limits;

/// <summary>Writes down that a caller used up a limit, once for each window and not once for each request. What they showed is not written down.</summary>
sealed class LimitAudit(IAuditLog audit, TimeProvider time)
{
    /// <param name="use">What became of the use.</param>
    /// <param name="what">What the limit is on, in kebab-case.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>Whether the use was granted.</returns>
    public async ValueTask<bool> Note(LimitUse use, string what, CancellationToken cancellation)
    {
        if (use == LimitUse.LastGranted)
        {
            await audit.Write(
                new AuditEntry(time.GetCurrentInstant(), null, AuditActors.UnknownCaller, AuditActors.UnknownCaller, what, AuditActors.LimitReached), cancellation);
        }

        return use != LimitUse.Refused;
    }
}
