using FluentValidation;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>Rules for the ids of providers and staff. A missing value passes.</summary>
static class DirectoryRules
{
    static readonly LocalizedText MustBeKnownProvider = new("n’est pas connu du site", "is not known to the website");
    static readonly LocalizedText MustBeKnownCoordinator = new("n’est pas connu ici", "is not known here");
    static readonly LocalizedText MustNotBeSales = new("ne peut pas être un commercial : les commerciaux ne suivent pas les projets", "must not be in sales, who do not follow projects up");

    public static IRuleBuilderOptions<T, string?> KnownProvider<T>(this IRuleBuilder<T, string?> rule, IDirectory directory) => rule
        .MustAsync(async (id, cancellation) => id is null || await directory.FindProvider(id, cancellation) is not null)
        .WithText(MustBeKnownProvider);

    /// <summary>A staff member who may follow projects up: a coordinator or manager, never sales.</summary>
    public static IRuleBuilderOptions<T, string?> KnownCoordinator<T>(this IRuleBuilder<T, string?> rule, IDirectory directory) => rule
        .MustAsync(async (id, cancellation) => id is null || await directory.FindStaff(NormalizedText.StaffId(id), cancellation) is not null)
        .WithText(MustBeKnownCoordinator)
        .MustAsync(async (id, cancellation) => id is null || (await directory.FindStaff(NormalizedText.StaffId(id), cancellation))?.Role != Role.Sales)
        .WithText(MustNotBeSales);
}
