using FluentValidation;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Shared.People;

/// <summary>Hands over open projects of a staff member.</summary>
public sealed record HandOverRequest
{
    /// <summary>The mail address of the colleague who gets them; missing when the assignment chooses for each project.</summary>
    public string? To { get; init; }

    /// <summary>The ids of the projects; missing for all that are open.</summary>
    public string[]? Projects { get; init; }

    internal string? GetTo() => string.IsNullOrWhiteSpace(To) ? null : StaffId.Normalize(To);
}

sealed class HandOverValidator : RequestValidator<HandOverRequest>
{
    const int MaxProjects = 5_000;

    static readonly LocalizedText MustBeProjects = new(
        $"compte de 1 à {MaxProjects} numéros de projet", $"has 1 to {MaxProjects} project ids");

    public HandOverValidator(IDirectory directory)
    {
        RuleFor(r => r.To).KnownCoordinator(directory).When(r => !string.IsNullOrWhiteSpace(r.To));
        RuleFor(r => r.Projects)
            .Must(ids => ids is null || (ids.Length is > 0 and <= MaxProjects && Array.TrueForAll(ids, id => id is { Length: > 0 and <= 100 })))
            .WithText(MustBeProjects);
    }
}
