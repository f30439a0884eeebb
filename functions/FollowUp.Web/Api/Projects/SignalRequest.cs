using FluentValidation;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>The client did something on the website.</summary>
public sealed record SignalRequest
{
    public SignalKind? Kind { get; init; }

    /// <summary>To whom the client wrote or awarded the project; required with <c>awarded</c>.</summary>
    public string? Provider { get; init; }

    public Instant? At { get; init; }

    /// <summary>In euros, with <c>awarded</c> where known.</summary>
    public decimal? Amount { get; init; }
}

sealed class SignalValidator : RequestValidator<SignalRequest>
{
    public SignalValidator(IDirectory directory, TimeProvider time)
    {
        RuleFor(r => r.Kind).Required();
        RuleFor(r => r.Provider).KnownProvider(directory);
        RuleFor(r => r.Provider).Required().When(r => r.Kind == SignalKind.Awarded);
        RuleFor(r => r.At).Required().InPast(time);
        RuleFor(r => r.Amount).Amount();
        RuleFor(r => r.Amount).Absent("awarded").When(r => r.Kind is not (null or SignalKind.Awarded));
    }
}
