using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Web.Shared.Limits;
using NodaTime.Extensions;

namespace FollowUp.Web.Console.Search;

/// <summary>
/// Limits how many searches for words a staff member makes, and writes each to the audit log, so that copying out the clients is noticed. The words are not written down:
/// they are mostly names and numbers.
/// </summary>
sealed class SearchGate(RequestLimiter limiter, IAuditLog audit, TimeProvider time)
{
    /// <summary>What the audit log calls a search.</summary>
    public const string AuditName = "search";

    const string Read = "read";
    const string TooMany = "too-many-requests";

    /// <returns>False when the staff member has searched too often; the refusal is written down.</returns>
    public async ValueTask<bool> TryPass(ConsoleVisit visit, CancellationToken cancellation)
    {
        var passes = await limiter.TryAcquire(RateLimit.Searches, visit.Staff.Id, cancellation);
        await audit.Write(
            new AuditEntry(time.GetCurrentInstant(), ProjectId: null, Kebab.Case(visit.Actor.Role), visit.Actor.Id, AuditName, passes ? Read : TooMany), cancellation);
        return passes;
    }
}
