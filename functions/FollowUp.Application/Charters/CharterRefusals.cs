using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;

namespace FollowUp.Application.Charters;

/// <summary>How often the charter was enforced in a time.</summary>
/// <param name="Pushes">Good-chances notices that were refused: to a provider that did nothing, or in which the client showed no interest.</param>
/// <param name="SalesFollowUps">Acts of follow-up by sales that were refused.</param>
public sealed record CharterRefusals(int Pushes, int SalesFollowUps)
{
    /// <summary>Adds up the refusals among counts of the audit log.</summary>
    public static CharterRefusals Sum(IReadOnlyCollection<AuditCount> counts) => new(
        counts.Where(count => count.Code == Refusals.ProviderInactive.Code || count.Code == Refusals.NoInterestShown.Code).Sum(count => count.Count),
        counts.Where(count => count.Code == Refusals.SalesDoNotFollowUp.Code).Sum(count => count.Count));
}
