using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>The answer to a decision that the project asks of staff.</summary>
public sealed record ApproveRequest : CommandRequest
{
    public bool? Approve { get; init; }

    /// <summary>The id of the decision in the queue; absent where the project asks for one alone.</summary>
    public string? Id { get; init; }

    internal override LocalizedText Confirmation => new("Décision enregistrée.", "Decision recorded.");

    internal override Command ToCommand(Instant now) => new Approve(Approve!.Value, Id);
}

sealed class ApproveValidator : RequestValidator<ApproveRequest>
{
    const int MaxIdLength = 300;

    public ApproveValidator()
    {
        RuleFor(r => r.Approve).Required();
        RuleFor(r => r.Id).OptionalSingleLine(MaxIdLength);
    }
}
