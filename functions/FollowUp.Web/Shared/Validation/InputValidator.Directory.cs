using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

// Whether the people that a request names are known.
public sealed partial class InputValidator
{
    public async ValueTask RequireKnownProvider(IDirectory directory, string field, string? id, CancellationToken cancellation)
    {
        if (id is not null && !errors.ContainsKey(field) && await directory.FindProvider(id, cancellation) is null)
        {
            AddError(field, new LocalizedText("ce prestataire est inconnu", "this provider is unknown"));
        }
    }

    /// <summary>Somebody who may follow projects up: never sales.</summary>
    public async ValueTask RequireKnownCoordinator(IDirectory directory, string field, string? id, CancellationToken cancellation)
    {
        if (id is null || errors.ContainsKey(field))
        {
            return;
        }

        if (await directory.FindStaff(id, cancellation) is not { } staff)
        {
            AddError(field, new LocalizedText("ce suiveur projet est inconnu", "this coordinator is unknown"));
        }
        else if (staff.Role == Role.Sales)
        {
            AddError(field, new LocalizedText("les commerciaux ne suivent pas les projets", "sales do not follow projects up"));
        }
    }
}
