using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Hands a provider over to the coordinator in charge; sales may.</summary>
public sealed record HandOverProviderRequest : CommandRequest
{
    const int IdDigits = 16;

    public string? Provider { get; init; }

    public string? Text { get; init; }

    internal override LocalizedText Confirmation => new(
        "Transmis à la personne en charge. Le prestataire apprend par mail qui elle est.", "Passed on to the person in charge. The provider learns by email who that is.");

    internal override Command ToCommand(Instant now)
    {
        var text = NormalizedText.MultiLine(Text!);
        var id = IdempotencyKeyHeader.Digest(Provider!, text, now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture))[..IdDigits];
        return new HandOverProvider(HandOverProvider.IdPrefix + id, Provider!, new FreeText(text));
    }
}

sealed class HandOverProviderValidator : RequestValidator<HandOverProviderRequest>
{
    public HandOverProviderValidator(IDirectory directory)
    {
        RuleFor(r => r.Provider).Required().KnownProvider(directory);
        RuleFor(r => r.Text).Required().MultiLine();
    }
}
