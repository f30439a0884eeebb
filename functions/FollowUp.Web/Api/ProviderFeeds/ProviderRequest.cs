using FollowUp.Application.People;
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

    /// <summary>The projects that the subscription covers: <c>all</c> by default, or <c>mine</c>, those on which the provider acted.</summary>
    public FeedScope? Scope { get; init; }

    /// <summary>The phone number. Other providers never read it.</summary>
    public string? Phone { get; init; }

    /// <summary>Whether the provider wants a mail on days on which its projects moved. Absent: as before, which is what the provider chose by its link.</summary>
    public bool? Mails { get; init; }
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
        RuleFor(r => r.Phone).PossiblePhone();
    }
}
