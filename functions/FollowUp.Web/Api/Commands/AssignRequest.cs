using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Puts a coordinator in charge.</summary>
public sealed record AssignRequest : CommandRequest
{
    /// <summary>The mail address of a staff member who follows projects up, in any case.</summary>
    public string? Coordinator { get; init; }

    internal override LocalizedText Confirmation => new("Projet confié.", "Project handed over.");

    internal override Command ToCommand(Instant now) => new Assign(NormalizedText.StaffId(Coordinator!));
}

sealed class AssignValidator : RequestValidator<AssignRequest>
{
    public AssignValidator(IDirectory directory) => RuleFor(r => r.Coordinator).Required().KnownCoordinator(directory);
}
