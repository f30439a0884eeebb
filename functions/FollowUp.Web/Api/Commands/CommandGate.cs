using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Commands;

/// <summary>
/// Refuses a role that may not give a command whatever its fields are, before a wrong field is reported. Every other refusal is the one of <see cref="Charter"/>, which
/// checks this one too. A refusal is written to the audit log.
/// </summary>
sealed class CommandGate(IAuditLog audit, TimeProvider time)
{
    /// <param name="projectId">The project in the address; it need not exist.</param>
    /// <param name="type">The type of the request, derived from <see cref="CommandRequest"/>.</param>
    /// <param name="actor">Who sent it.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    public async ValueTask<Refusal?> FindRefusal(string projectId, Type type, Actor actor, CancellationToken cancellation)
    {
        // The one command that sales may give.
        if (actor.Role != Role.Sales || type == typeof(HandOverProviderRequest))
        {
            return null;
        }

        var refusal = Refusals.SalesDoNotFollowUp;
        await audit.Write(
            new AuditEntry(time.GetCurrentInstant(), projectId, Kebab.Case(actor.Role), actor.Id, CommandTypes.NameOf(type), refusal.Code), cancellation);
        return refusal;
    }
}
