using FluentValidation;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>The answer of the colleague who was asked to take a project over during an absence, or of a manager in their place.</summary>
public sealed record TakeOverRequest : CommandRequest
{
    public bool? Accept { get; init; }

    internal override Command ToCommand(Instant now) => new TakeOver(Accept!.Value);
}

sealed class TakeOverValidator : RequestValidator<TakeOverRequest>
{
    public TakeOverValidator() => RuleFor(r => r.Accept).Required();
}
