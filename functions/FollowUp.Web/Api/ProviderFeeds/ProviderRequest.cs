using FluentValidation;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary>A provider as the website describes it.</summary>
public sealed record ProviderRequest
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Language { get; init; }

    /// <summary>The last day of the privilege subscription; null without one.</summary>
    public LocalDate? PrivilegeUntil { get; init; }
}

sealed class ProviderValidator : RequestValidator<ProviderRequest>
{
    const int MaxNameLength = 200;

    public ProviderValidator()
    {
        RuleFor(r => r.Name).Required().SingleLine(MaxNameLength);
        RuleFor(r => r.Email).Required().MailAddress();
        RuleFor(r => r.Language).Required().LanguageCode();
        RuleFor(r => r.PrivilegeUntil).InSupportedYears();
    }
}
