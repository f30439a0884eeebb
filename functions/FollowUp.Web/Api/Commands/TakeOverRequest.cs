using System.Text.Json.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>The answer of the colleague who was asked to take a project over during an absence, or of a manager in their place.</summary>
public sealed record TakeOverRequest : CommandRequest
{
    public bool? Accept { get; init; }

    /// <summary>In a form: the id of the colleague who was asked when the page was opened.</summary>
    [JsonIgnore]
    public string? Colleague { get; init; }

    internal override LocalizedText Confirmation => new("Décision enregistrée.", "Decision recorded.");

    internal override Command ToCommand(Instant now) => new TakeOver(Accept!.Value);

    internal override LocalizedText? GetObsoleteReason(Project project) => project.Staffing.TakeOverAskedOf is { } asked && asked != Colleague
        ? new("Cette question a changé depuis que la page est ouverte : regardez ce qui est demandé maintenant.",
            "This question has changed since the page was opened: look at what is asked now.")
        : null;
}

sealed class TakeOverValidator : RequestValidator<TakeOverRequest>
{
    public TakeOverValidator() => RuleFor(r => r.Accept).Required();
}
