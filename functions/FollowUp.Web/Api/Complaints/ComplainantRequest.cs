using FluentValidation;
using FollowUp.Application.Ports;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Complaints;

/// <summary>The person who complains.</summary>
public sealed record ComplainantRequest
{
    public ComplainantKind? Kind { get; init; }

    public string? Id { get; init; }
}

sealed class ComplainantValidator : RequestValidator<ComplainantRequest>
{
    public ComplainantValidator(IDirectory directory)
    {
        RuleFor(r => r.Kind).Required();
        RuleFor(r => r.Id).Required().Id();
        RuleFor(r => r.Id).KnownProvider(directory).When(r => r.Kind == ComplainantKind.Provider);
    }
}
