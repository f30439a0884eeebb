using FluentValidation;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Projects;

/// <summary>A budget with one of the two bounds at least.</summary>
public sealed record BudgetRequest
{
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }
}

sealed class BudgetValidator : RequestValidator<BudgetRequest>
{
    static readonly LocalizedText MustHaveBound = new("donne min, max ou les deux", "gives min, max or both");
    static readonly LocalizedText MustNotExceedMax = new("ne dépasse pas max", "is not above max");

    public BudgetValidator()
    {
        RuleFor(r => r.Min).Amount().Must((r, min) => !(min > r.Max)).WithText(MustNotExceedMax);
        RuleFor(r => r.Max).Amount();
        RuleFor(r => r.Currency).Required().Currency();
        RuleFor(r => r).Must(r => r.Min is not null || r.Max is not null).WithText(MustHaveBound);
    }
}
