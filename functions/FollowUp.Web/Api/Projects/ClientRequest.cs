using FluentValidation;
using FollowUp.Domain.Projects;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Projects;

/// <summary>The client of a submission.</summary>
public sealed record ClientRequest
{
    public string? Id { get; init; }

    public ClientType? Type { get; init; }

    public string? Name { get; init; }

    public string? Company { get; init; }

    public string? Email { get; init; }

    /// <summary>French unless it begins with + and a country code.</summary>
    public string? Phone { get; init; }

    /// <summary>A private person without it gets mails only.</summary>
    public ConsentRequest? ConsentToCall { get; init; }
}

sealed class ClientValidator : RequestValidator<ClientRequest>
{
    const int MaxNameLength = 200;

    public ClientValidator(TimeProvider time)
    {
        RuleFor(r => r.Id).Required().Id();
        RuleFor(r => r.Type).Required();
        RuleFor(r => r.Name).Required().SingleLine(MaxNameLength);
        RuleFor(r => r.Company).OptionalSingleLine(MaxNameLength);
        RuleFor(r => r.Email).Required().MailAddress();
        RuleFor(r => r.Phone).Required().PossiblePhone();
        RuleFor(r => r.ConsentToCall).SetValidator(new ConsentValidator(time)!);
    }
}
