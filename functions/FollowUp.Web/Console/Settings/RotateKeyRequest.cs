using FluentValidation;
using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Console.Settings;

/// <summary>A new key; the old one stays valid for some days.</summary>
sealed record RotateKeyRequest
{
    public AccessKeyKind? Key { get; init; }

    /// <summary>Days.</summary>
    public int? Overlap { get; init; }
}

sealed class RotateKeyValidator : RequestValidator<RotateKeyRequest>
{
    static readonly LocalizedText MustBeDays = new(
        $"est de 0 à {AccessKeys.MaxOverlap.Days} jours", $"is from 0 to {AccessKeys.MaxOverlap.Days} days");

    public RotateKeyValidator()
    {
        RuleFor(r => r.Key).Required();
        RuleFor(r => r.Overlap).Required().Must(days => days >= 0 && days <= AccessKeys.MaxOverlap.Days).WithText(MustBeDays);
    }
}
