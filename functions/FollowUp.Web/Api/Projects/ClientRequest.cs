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

    /// <summary>Of the place where the client lives. A private person is called by the clock there; without a place, by that of the number.</summary>
    public string? PostalCode { get; init; }

    public string? Town { get; init; }

    /// <summary>IANA id, as <c>America/Guadeloupe</c>; it wins over postal code and number.</summary>
    public string? TimeZone { get; init; }

    /// <summary>
    /// Whether a company is a sole trader: the hours, the cap on calls and the quiet days of private persons apply. A private person is none, whatever it says.
    /// </summary>
    public bool? SoleTrader { get; init; }

    /// <summary>A private person without it gets mails only.</summary>
    public ConsentRequest? ConsentToCall { get; init; }
}

sealed class ClientValidator : RequestValidator<ClientRequest>
{
    internal const int MaxNameLength = 200;

    public ClientValidator(TimeProvider time)
    {
        RuleFor(r => r.Id).Required().Id();
        RuleFor(r => r.Type).Required();
        RuleFor(r => r.Name).Required().SingleLine(MaxNameLength);
        RuleFor(r => r.Company).OptionalSingleLine(MaxNameLength);
        RuleFor(r => r.Email).Required().MailAddress();
        RuleFor(r => r.Phone).Required().PossiblePhone();
        RuleFor(r => r.PostalCode).OptionalSingleLine(ClientPlace.MaxPostalCodeLength);
        RuleFor(r => r.Town).OptionalSingleLine(MaxNameLength);
        RuleFor(r => r.TimeZone).Must(id => id is null || ClientPlace.IsZone(id)).WithText(ClientPlace.MustBeZone);
        RuleFor(r => r.ConsentToCall).SetValidator(new ConsentValidator(time)!);
    }
}
