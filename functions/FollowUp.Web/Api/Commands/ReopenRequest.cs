using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Reopens a closed project.</summary>
public sealed record ReopenRequest : CommandRequest
{
    public string? Reason { get; init; }

    internal override LocalizedText Confirmation => new("Projet rouvert.", "Project reopened.");

    internal override Command ToCommand(Instant now) => new Reopen(FreeText.CreateOrNull(NormalizedText.MultiLineOrNull(Reason)));
}

sealed class ReopenValidator : RequestValidator<ReopenRequest>
{
    public ReopenValidator() => RuleFor(r => r.Reason).OptionalMultiLine();
}
