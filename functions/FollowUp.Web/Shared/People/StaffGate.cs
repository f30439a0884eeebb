using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using NodaTime.Extensions;

namespace FollowUp.Web.Shared.People;

/// <summary>
/// Who may see and change staff: managers; and coordinators their own absences. A refusal is written to the audit log, and so is every change.
/// </summary>
public sealed class StaffGate(IAuditLog audit, TimeProvider time)
{
    /// <summary>The refusal of an actor who is no manager; null for a manager.</summary>
    /// <param name="what">What was asked for, in kebab-case.</param>
    public ValueTask<Refusal?> RequireManager(Actor actor, string what, CancellationToken cancellation) =>
        Check(actor, actor.Role == Role.Manager ? null : StaffRefusals.ManagersOnly, what, cancellation);

    /// <summary>The refusal of sales, whatever else is asked for; null for those who follow projects up.</summary>
    /// <param name="what">What was asked for, in kebab-case.</param>
    public ValueTask<Refusal?> RequireFollowUp(Actor actor, string what, CancellationToken cancellation) =>
        Check(actor, actor.Role == Role.Sales ? StaffRefusals.SalesDoNotFollowUp : null, what, cancellation);

    /// <summary>The refusal of an actor who may not see or change the absences of a staff member; null when they may.</summary>
    /// <param name="staffId">The staff member; null for what all who follow projects up may see.</param>
    public ValueTask<Refusal?> RequireAbsences(Actor actor, string? staffId, string what, CancellationToken cancellation) => Check(
        actor,
        actor.Role switch
        {
            Role.Manager => null,
            Role.Coordinator => staffId is null || staffId == actor.Id ? null : StaffRefusals.ManagersOnly,
            _ => StaffRefusals.SalesDoNotFollowUp,
        },
        what, cancellation);

    /// <summary>Writes down what was done.</summary>
    public ValueTask Record(Actor actor, string what, CancellationToken cancellation) => Write(actor, what, "done", cancellation);

    async ValueTask<Refusal?> Check(Actor actor, Refusal? refusal, string what, CancellationToken cancellation)
    {
        if (refusal is not null)
        {
            await Write(actor, what, refusal.Code, cancellation);
        }

        return refusal;
    }

    /// <summary>Writes down what was done, with its result as a code.</summary>
    internal ValueTask Write(Actor actor, string what, string code, CancellationToken cancellation) =>
        audit.Write(new AuditEntry(time.GetCurrentInstant(), null, Kebab.Case(actor.Role), actor.Id, what, code), cancellation);
}
