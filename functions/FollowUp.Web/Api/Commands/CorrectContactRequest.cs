using FluentValidation;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;

namespace FollowUp.Web.Api.Commands;

/// <summary>Corrects the client's phone number, mail address, or both. What is absent stays as it is.</summary>
public sealed record CorrectContactRequest : CommandRequest
{
    public string? Phone { get; init; }

    public string? Email { get; init; }

    internal override LocalizedText Confirmation => new("Coordonnées corrigées.", "Contact details corrected.");

    internal override Func<Dossier, Dossier> DossierChange => dossier => dossier with
    {
        Phone = Phone is null ? dossier.Phone : PhoneNumberParser.ToE164(Phone),
        Email = Email is null ? dossier.Email : Email.Trim(),
    };

    internal override Command ToCommand(Instant now) => new CorrectContact(Phone is not null, Email is not null);
}

sealed class CorrectContactValidator : RequestValidator<CorrectContactRequest>
{
    static readonly LocalizedText OneOfBoth = new(
        "est à donner, à moins de corriger l’adresse mail", "is to be given, unless the email address is corrected");

    public CorrectContactValidator()
    {
        RuleFor(r => r.Phone).NotNull().WithText(OneOfBoth).When(r => r.Email is null);
        RuleFor(r => r.Phone).PossiblePhone();
        RuleFor(r => r.Email).MailAddress();
    }
}
