using FollowUp.Application.Ports;
using NodaTime.Extensions;

namespace FollowUp.Web.Shared.Limits;

/// <summary>Writes down that a caller used up a limit, once for each window and not once for each request. What they showed is not written down.</summary>
sealed class LimitAudit(IAuditLog audit, TimeProvider time)
{
    /// <param name="use">What became of the use.</param>
    /// <param name="what">What the limit is on, in kebab-case.</param>
    /// <returns>Whether the use was granted.</returns>
    /// <remarks>It takes no cancellation: a caller who ends the request must not end the entry.</remarks>
    public async ValueTask<bool> Note(LimitUse use, string what)
    {
        if (use == LimitUse.LastGranted)
        {
            await audit.Write(
                new AuditEntry(time.GetCurrentInstant(), null, AuditActors.UnknownCaller, AuditActors.UnknownCaller, what, AuditActors.LimitReached),
                CancellationToken.None);
        }

        return use != LimitUse.Refused;
    }
}
