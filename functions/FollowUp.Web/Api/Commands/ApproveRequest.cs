using FluentValidation;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>The answer to what the next action asks.</summary>
public sealed record ApproveRequest : CommandRequest
{
    public bool? Approve { get; init; }

    internal override LocalizedText Confirmation => new("Décision enregistrée.", "Decision recorded.");

    internal override Command ToCommand(Instant now) => new Approve(Approve!.Value);
}

sealed class ApproveValidator : RequestValidator<ApproveRequest>
{
    public ApproveValidator() => RuleFor(r => r.Approve).Required();
}
