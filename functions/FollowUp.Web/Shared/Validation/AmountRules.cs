using FluentValidation;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>The rule for amounts of money. A missing value passes.</summary>
static class AmountRules
{
    const decimal Limit = 1_000_000_000_000m;

    static readonly LocalizedText MustBeAmount = new("est un montant de 0 ou plus", "is an amount of 0 or more");

    /// <summary>From 0 to below 10¹².</summary>
    public static IRuleBuilderOptions<T, decimal?> Amount<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.Must(amount => amount is not (< 0 or >= Limit)).WithText(MustBeAmount);
}
