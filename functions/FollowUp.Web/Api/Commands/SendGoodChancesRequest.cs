using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Sends a provider its good-chances notice.</summary>
public sealed record SendGoodChancesRequest : CommandRequest
{
    public string? Provider { get; init; }

    internal override LocalizedText Confirmation => new("Avis de bonnes chances envoyé.", "Good-chances notice sent.");

    internal override Command ToCommand(Instant now) => new SendGoodChances(Provider!);
}

sealed class SendGoodChancesValidator : RequestValidator<SendGoodChancesRequest>
{
    public SendGoodChancesValidator(IDirectory directory) => RuleFor(r => r.Provider).Required().KnownProvider(directory);
}
