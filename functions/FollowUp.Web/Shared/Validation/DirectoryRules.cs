using FluentValidation;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>Rules for the ids of providers and staff. A missing value passes.</summary>
static class DirectoryRules
{
    static readonly LocalizedText MustBeKnownProvider = new("ce prestataire est inconnu", "this provider is unknown");
    static readonly LocalizedText MustBeKnownCoordinator = new("ce suiveur projet est inconnu", "this coordinator is unknown");
    static readonly LocalizedText MustNotBeSales = new("les commerciaux ne suivent pas les projets", "sales do not follow projects up");

    public static IRuleBuilderOptions<T, string?> KnownProvider<T>(this IRuleBuilder<T, string?> rule, IDirectory directory) => rule
        .MustAsync(async (id, cancellation) => id is null || await directory.FindProvider(id, cancellation) is not null)
        .WithText(MustBeKnownProvider);

    /// <summary>A member of staff who may follow projects up: a coordinator or manager, never sales.</summary>
    public static IRuleBuilderOptions<T, string?> KnownCoordinator<T>(this IRuleBuilder<T, string?> rule, IDirectory directory) => rule
        .MustAsync(async (id, cancellation) => id is null || await directory.FindStaff(NormalizedText.StaffId(id), cancellation) is not null)
        .WithText(MustBeKnownCoordinator)
        .MustAsync(async (id, cancellation) => id is null || (await directory.FindStaff(NormalizedText.StaffId(id), cancellation))?.Role != Role.Sales)
        .WithText(MustNotBeSales);
}
