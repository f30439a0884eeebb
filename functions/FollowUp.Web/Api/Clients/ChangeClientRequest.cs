using FluentValidation;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Clients;

/// <summary>A client's details as they left them on the website. An absent field is empty from now on.</summary>
public sealed record ChangeClientRequest
{
    public string? Name { get; init; }

    public string? Company { get; init; }

    public string? Email { get; init; }

    /// <summary>French unless it begins with + and a country code. Another number cures one that was found wrong.</summary>
    public string? Phone { get; init; }

    public string? PostalCode { get; init; }

    public string? Town { get; init; }

    /// <summary>IANA id, as <c>America/Guadeloupe</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The personal data after the change.</summary>
    internal Dossier Apply(Dossier d) => d with
    {
        Name = NormalizedText.SingleLine(Name!),
        Company = NormalizedText.SingleLineOrNull(Company),
        Email = Email!.Trim(),
        Phone = PhoneNumberParser.ToE164(Phone!),
        PostalCode = NormalizedText.SingleLineOrNull(PostalCode),
        Town = NormalizedText.SingleLineOrNull(Town),
        TimeZone = TimeZone,
    };

    /// <param name="before">The personal data of one project before the change.</param>
    internal ReportClientChange ToCommand(Dossier before)
    {
        var after = Apply(before);
        var isPlaceSame = (before.PostalCode, before.Town, before.TimeZone) == (after.PostalCode, after.Town, after.TimeZone);
        var fields = (before.Name == after.Name ? 0 : ChangedFields.Name)
            | (before.Company == after.Company ? 0 : ChangedFields.Company)
            | (before.Email == after.Email ? 0 : ChangedFields.Email)
            | (before.Phone == after.Phone ? 0 : ChangedFields.Phone)
            | (isPlaceSame ? 0 : ChangedFields.Place);
        return new ReportClientChange(fields, ClientPlace.FindTimeZone(after.TimeZone, after.PostalCode, after.Phone));
    }
}

sealed class ChangeClientValidator : RequestValidator<ChangeClientRequest>
{
    public ChangeClientValidator()
    {
        RuleFor(r => r.Name).Required().SingleLine(ClientValidator.MaxNameLength);
        RuleFor(r => r.Company).OptionalSingleLine(ClientValidator.MaxNameLength);
        RuleFor(r => r.Email).Required().MailAddress();
        RuleFor(r => r.Phone).Required().PossiblePhone();
        RuleFor(r => r.PostalCode).OptionalSingleLine(ClientPlace.MaxPostalCodeLength);
        RuleFor(r => r.Town).OptionalSingleLine(ClientValidator.MaxNameLength);
        RuleFor(r => r.TimeZone).Must(id => id is null || ClientPlace.IsZone(id)).WithText(ClientPlace.MustBeZone);
    }
}
