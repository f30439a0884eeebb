using System.ComponentModel.DataAnnotations;
using FollowUp.Application.People;
using NodaTime;

namespace FollowUp.Web;

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

public sealed record ProviderAnswer(string Id, string Name, string Email, string Language, LocalDate? PrivilegeUntil)
{
    internal static ProviderAnswer Of(ProviderProfile card) =>
        new(card.Id, card.Name, card.Email, card.Language.Code(), card.PrivilegeUntil);
}
