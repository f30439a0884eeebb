using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;

namespace FollowUp.Application.Charters;

/// <summary>How often the charter was enforced in a time.</summary>
/// <param name="Pushes">Good-chances notices that were refused: to a provider that did nothing, or in which the client showed no interest.</param>
/// <param name="SalesFollowUps">Acts of follow-up by sales that were refused.</param>
public sealed record CharterRefusals(int Pushes, int SalesFollowUps)
{
    /// <summary>Counts the refusals among entries of the audit log.</summary>
    public static CharterRefusals Count(IReadOnlyCollection<AuditEntry> entries) => new(
        entries.Count(entry => entry.Code == Refusals.ProviderInactive.Code || entry.Code == Refusals.NoInterestShown.Code),
        entries.Count(entry => entry.Code == Refusals.SalesDoNotFollowUp.Code));
}
