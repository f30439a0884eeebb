using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Answers no to the question whether a provider may have its good-chances notice.</summary>
public sealed record DeclineGoodChancesRequest : CommandRequest
{
    public string? Provider { get; init; }

    internal override LocalizedText Confirmation => new("Décision enregistrée.", "Decision recorded.");

    internal override Command ToCommand(Instant now) => new DeclineGoodChances(Provider!);
}

sealed class DeclineGoodChancesValidator : RequestValidator<DeclineGoodChancesRequest>
{
    public DeclineGoodChancesValidator(IDirectory directory) => RuleFor(r => r.Provider).Required().KnownProvider(directory);
}
