using System.ComponentModel.DataAnnotations;
using FollowUp.Application.People;
using FollowUp.Web.Shared.Http;
using NodaTime;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary>A provider as the website describes it.</summary>
public sealed record ProviderRequest
{
    [Required, MaxLength(200)]
    public string? Name { get; init; }

    [Required, MaxLength(254)]
    public string? Email { get; init; }

    [Required]
    public string? Language { get; init; }

    /// <summary>The last day of the privilege subscription; null without one.</summary>
    public LocalDate? PrivilegeUntil { get; init; }
}

public sealed record ProviderResponse(string Id, string Name, string Email, string Language, LocalDate? PrivilegeUntil)
{
    internal static ProviderResponse Of(ProviderProfile card) =>
        new(card.Id, card.Name, card.Email, card.Language.ToLanguageCode(), card.PrivilegeUntil);
}
