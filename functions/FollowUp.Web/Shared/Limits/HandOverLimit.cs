using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Web.Shared.Limits;

/// <summary>
/// Limits how many providers a staff member hands over within an hour: each hand-over sends two mails. The audit log has one entry for each hour in which the limit is
/// reached.
/// </summary>
sealed class HandOverLimit(RequestLimiter limiter, IProjectStore store, LimitAudit audit)
{
    /// <summary>Counts the command when it is a hand-over. A repeat under a key is not counted: it gets the first answer whatever the limit.</summary>
    /// <returns>The refusal for a staff member over the limit; null for everybody else and for every other command.</returns>
    public async ValueTask<Refusal?> FindRefusal(string projectId, Command command, Actor actor, IdempotencyKey? key, CancellationToken cancellation)
    {
        if (command is not HandOverProvider || (key is not null && await store.FindIdempotencyRecord(projectId, key.Key, cancellation) is not null))
        {
            return null;
        }

        return await audit.RecordUse(await limiter.Acquire(RateLimit.HandOvers, actor.Id, cancellation), "hand-over-provider", actor) ? null : Refusals.TooManyHandOvers;
    }
}
